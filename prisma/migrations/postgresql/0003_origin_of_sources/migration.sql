-- Sources that people added or removed stay so, whatever the list of sources says.
ALTER TABLE "Source" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'listed';

UPDATE "Source" SET "origin" = 'added' WHERE "scope" <> 'global';
