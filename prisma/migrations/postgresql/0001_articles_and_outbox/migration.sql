-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Note" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" BIGINT NOT NULL,
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
    "nextDueAt" TIMESTAMP(3) NOT NULL,
    "leasedUntil" TIMESTAMP(3),
    "firstReadAt" TIMESTAMP(3),
    "lastReadAt" TIMESTAMP(3),
    "lastArticleAt" TIMESTAMP(3),
    "failures" INTEGER NOT NULL,
    "failingSince" TIMESTAMP(3),
    "lastError" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" BIGINT NOT NULL,
    "sourceId" BIGINT NOT NULL,
    "storyId" BIGINT NOT NULL,
    "scope" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "guid" TEXT,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "authors" JSONB NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "publishedPrecision" TEXT,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "pictureUrl" TEXT,
    "pictureCredit" TEXT,
    "label" TEXT,
    "category" TEXT NOT NULL,
    "assets" JSONB NOT NULL,
    "isSponsored" BOOLEAN NOT NULL,
    "isBacklog" BOOLEAN NOT NULL,
    "language" TEXT,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTokens" (
    "articleId" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ArticleTokens_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" BIGINT NOT NULL,
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
    "publishedAt" TIMESTAMP(3),
    "publishedPrecision" TEXT,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "liveSince" TIMESTAMP(3),
    "sources" INTEGER NOT NULL,
    "mergedIntoId" BIGINT,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoryAsset" (
    "storyId" BIGINT NOT NULL,
    "asset" TEXT NOT NULL,

    CONSTRAINT "StoryAsset_pkey" PRIMARY KEY ("storyId","asset")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" BIGINT NOT NULL,
    "platform" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "unreachableReason" TEXT,
    "unreachableSince" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" BIGINT NOT NULL,
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
    "since" TIMESTAMP(3) NOT NULL,
    "isPaused" BOOLEAN NOT NULL,
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGINT NOT NULL,
    "channelId" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "storyId" BIGINT,
    "state" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "firstAttemptAt" TIMESTAMP(3),
    "uncertainSince" TIMESTAMP(3),
    "reason" TEXT,
    "claimedAt" TIMESTAMP(3),
    "claimedBy" TEXT,
    "leasedUntil" TIMESTAMP(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliverySubscription" (
    "deliveryId" BIGINT NOT NULL,
    "subscriptionId" BIGINT NOT NULL,

    CONSTRAINT "DeliverySubscription_pkey" PRIMARY KEY ("deliveryId","subscriptionId")
);

-- CreateTable
CREATE TABLE "Post" (
    "deliveryId" BIGINT NOT NULL,
    "part" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "shownRevision" INTEGER NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,
    "shownAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("deliveryId","part")
);

-- CreateTable
CREATE TABLE "Summary" (
    "articleId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Summary_pkey" PRIMARY KEY ("articleId","kind")
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

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ArticleTokens" ADD CONSTRAINT "ArticleTokens_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StoryAsset" ADD CONSTRAINT "StoryAsset_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DeliverySubscription" ADD CONSTRAINT "DeliverySubscription_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DeliverySubscription" ADD CONSTRAINT "DeliverySubscription_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
