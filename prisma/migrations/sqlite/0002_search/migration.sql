-- One row a story. Its columns hold the analyzer's tokens of all the story's articles, joined by spaces, '|' before
-- each article's; so every category of character but separators belongs to a token. Nothing is stored beside the
-- index. Story numbers begin here too.
CREATE VIRTUAL TABLE "StorySearch" USING fts5(
    title,
    text,
    content = '',
    contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

INSERT INTO "Counter" ("name", "value") VALUES ('story', 0);
