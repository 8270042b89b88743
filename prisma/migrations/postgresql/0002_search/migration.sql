-- One row a story. The tokens of all its articles, joined by spaces, '|' before each article's, are kept beside the
-- index: a phrase is looked up in them, for the index forgets places past 16,383. Story numbers begin here too.
CREATE TABLE "StorySearch" (
    "storyId" BIGINT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "document" TSVECTOR NOT NULL
);

CREATE INDEX "StorySearch_document_idx" ON "StorySearch" USING GIN ("document");

INSERT INTO "Counter" ("name", "value") VALUES ('story', 0);
