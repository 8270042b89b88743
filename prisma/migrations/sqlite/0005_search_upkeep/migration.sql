-- The store merges the index in small steps, see sqlite-dialect.ts: it must not be merged at length in a commit.
INSERT INTO "StorySearch" ("StorySearch", rank) VALUES ('automerge', 0);

INSERT INTO "StorySearch" ("StorySearch", rank) VALUES ('crisismerge', 1000);

INSERT INTO "StorySearch" ("StorySearch", rank) VALUES ('usermerge', 16);
