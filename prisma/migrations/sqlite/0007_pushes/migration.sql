-- Hubs bring the news of sources that name one.
ALTER TABLE "Source" ADD COLUMN "hubOffer" TEXT;
ALTER TABLE "Source" ADD COLUMN "pushedUntil" DATETIME;

CREATE TABLE "Push" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "sourceId" BIGINT NOT NULL,
    "servesSourceId" BIGINT,
    "offer" TEXT NOT NULL,
    "publicUrl" TEXT NOT NULL,
    "hub" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "leaseEndsAt" DATETIME,
    "nextTryAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL,
    "lastError" TEXT,
    CONSTRAINT "Push_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE TABLE "PushedDocument" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "sourceId" BIGINT NOT NULL,
    "body" BLOB NOT NULL,
    "contentType" TEXT,
    "arrivedAt" DATETIME NOT NULL,
    "leasedUntil" DATETIME,
    CONSTRAINT "PushedDocument_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "Push_servesSourceId_key" ON "Push"("servesSourceId");

CREATE UNIQUE INDEX "Push_token_key" ON "Push"("token");

CREATE INDEX "Push_nextTryAt_idx" ON "Push"("nextTryAt");

CREATE INDEX "Push_sourceId_idx" ON "Push"("sourceId");

CREATE INDEX "PushedDocument_sourceId_idx" ON "PushedDocument"("sourceId");
