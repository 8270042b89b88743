-- One row a story. Its columns hold the analyzer's tokens of all the story's articles, joined by spaces, '|' before
-- each article's; so every character but a space belongs to a token, and is taken as it is. Nothing is stored
-- beside the index. Story numbers begin here too.
CREATE VIRTUAL TABLE "StorySearch" USING fts5(
    title,
    text,
    content = '',
    contentless_delete = 1,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

INSERT INTO "Counter" ("name", "value") VALUES ('story', 0);
