-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Note" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME
);

-- CreateTable
CREATE TABLE "Source" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "movedTo" TEXT,
    "home" TEXT,
    "language" TEXT,
    "address" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "isPaused" BOOLEAN NOT NULL,
    "isRetired" BOOLEAN NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "nextDueAt" DATETIME NOT NULL,
    "leasedUntil" DATETIME,
    "firstReadAt" DATETIME,
    "lastReadAt" DATETIME,
    "lastArticleAt" DATETIME,
    "failures" INTEGER NOT NULL,
    "failingSince" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "Article" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "sourceId" BIGINT NOT NULL,
    "storyId" BIGINT NOT NULL,
    "scope" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "guid" TEXT,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "authors" JSONB NOT NULL,
    "publishedAt" DATETIME,
    "publishedPrecision" TEXT,
    "firstSeenAt" DATETIME NOT NULL,
    "at" DATETIME NOT NULL,
    "pictureUrl" TEXT,
    "pictureCredit" TEXT,
    "label" TEXT,
    "category" TEXT NOT NULL,
    "assets" JSONB NOT NULL,
    "isSponsored" BOOLEAN NOT NULL,
    "isBacklog" BOOLEAN NOT NULL,
    "language" TEXT,
    "contentHash" TEXT NOT NULL,
    CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Article_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "ArticleTokens" (
    "articleId" BIGINT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ArticleTokens_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Story" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "routedRevision" INTEGER NOT NULL,
    "firstArticleId" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "pictureUrl" TEXT,
    "pictureCredit" TEXT,
    "category" TEXT NOT NULL,
    "isSponsored" BOOLEAN NOT NULL,
    "publishedAt" DATETIME,
    "publishedPrecision" TEXT,
    "firstSeenAt" DATETIME NOT NULL,
    "at" DATETIME NOT NULL,
    "liveSince" DATETIME,
    "sources" INTEGER NOT NULL,
    "mergedIntoId" BIGINT,
    CONSTRAINT "Story_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Story" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "StoryAsset" (
    "storyId" BIGINT NOT NULL,
    "asset" TEXT NOT NULL,

    PRIMARY KEY ("storyId", "asset"),
    CONSTRAINT "StoryAsset_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "unreachableReason" TEXT,
    "unreachableSince" DATETIME,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "channelId" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "categories" JSONB NOT NULL,
    "assets" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "include" JSONB NOT NULL,
    "exclude" JSONB NOT NULL,
    "minSources" INTEGER NOT NULL,
    "digestAt" TEXT,
    "timeZone" TEXT,
    "isSilent" BOOLEAN NOT NULL,
    "mentionRole" TEXT,
    "mentionCategories" JSONB NOT NULL,
    "isPublished" BOOLEAN NOT NULL,
    "since" DATETIME NOT NULL,
    "isPaused" BOOLEAN NOT NULL,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Subscription_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "channelId" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "storyId" BIGINT,
    "state" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL,
    "firstAttemptAt" DATETIME,
    "uncertainSince" DATETIME,
    "reason" TEXT,
    "claimedAt" DATETIME,
    "claimedBy" TEXT,
    "leasedUntil" DATETIME,
    CONSTRAINT "Delivery_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "Delivery_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "DeliverySubscription" (
    "deliveryId" BIGINT NOT NULL,
    "subscriptionId" BIGINT NOT NULL,

    PRIMARY KEY ("deliveryId", "subscriptionId"),
    CONSTRAINT "DeliverySubscription_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "DeliverySubscription_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Post" (
    "deliveryId" BIGINT NOT NULL,
    "part" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "shownRevision" INTEGER NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "shownAt" DATETIME NOT NULL,

    PRIMARY KEY ("deliveryId", "part"),
    CONSTRAINT "Post_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Summary" (
    "articleId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "kind"),
    CONSTRAINT "Summary_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- CreateIndex
CREATE INDEX "Note_expiresAt_idx" ON "Note"("expiresAt");

-- CreateIndex
CREATE INDEX "Source_nextDueAt_idx" ON "Source"("nextDueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Source_scope_key_key" ON "Source"("scope", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Source_scope_url_key" ON "Source"("scope", "url");

-- CreateIndex
CREATE INDEX "Article_storyId_sourceId_idx" ON "Article"("storyId", "sourceId");

-- CreateIndex
CREATE INDEX "Article_at_idx" ON "Article"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Article_scope_url_key" ON "Article"("scope", "url");

-- CreateIndex
CREATE UNIQUE INDEX "Article_sourceId_guid_key" ON "Article"("sourceId", "guid");

-- CreateIndex
CREATE UNIQUE INDEX "Story_number_key" ON "Story"("number");

-- CreateIndex
CREATE INDEX "Story_scope_at_idx" ON "Story"("scope", "at");

-- CreateIndex
CREATE INDEX "Story_scope_firstSeenAt_idx" ON "Story"("scope", "firstSeenAt");

-- CreateIndex
CREATE INDEX "Story_liveSince_idx" ON "Story"("liveSince");

-- CreateIndex
CREATE INDEX "Story_mergedIntoId_idx" ON "Story"("mergedIntoId");

-- CreateIndex
CREATE INDEX "StoryAsset_asset_storyId_idx" ON "StoryAsset"("asset", "storyId");

-- CreateIndex
CREATE INDEX "Channel_scope_idx" ON "Channel"("scope");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_platform_address_key" ON "Channel"("platform", "address");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_channelId_number_key" ON "Subscription"("channelId", "number");

-- CreateIndex
CREATE INDEX "Delivery_channelId_state_id_idx" ON "Delivery"("channelId", "state", "id");

-- CreateIndex
CREATE INDEX "Delivery_storyId_idx" ON "Delivery"("storyId");

-- CreateIndex
CREATE INDEX "Delivery_state_idx" ON "Delivery"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_channelId_key_key" ON "Delivery"("channelId", "key");

-- CreateIndex
CREATE INDEX "DeliverySubscription_subscriptionId_idx" ON "DeliverySubscription"("subscriptionId");

-- CreateIndex
CREATE INDEX "Post_sentAt_idx" ON "Post"("sentAt");
