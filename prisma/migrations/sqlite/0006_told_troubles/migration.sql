-- A source that is gone is read no more. Of each trouble with a source, moderators are told once.
ALTER TABLE "Source" ADD COLUMN "endedAt" DATETIME;

ALTER TABLE "Source" ADD COLUMN "toldOf" TEXT;

ALTER TABLE "Source" ADD COLUMN "toldSince" DATETIME;

CREATE INDEX "Source_failingSince_idx" ON "Source"("failingSince");

CREATE INDEX "Source_endedAt_idx" ON "Source"("endedAt");

CREATE INDEX "Source_toldSince_idx" ON "Source"("toldSince");
