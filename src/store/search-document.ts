/**
 * What is indexed for a story: the tokens of its articles, the first first, with a mark before each. The mark keeps a
 * phrase from reaching over the end of an article, and stands for "every story" where a query only excludes.
 */
export const articleMark = '|';

/** Of the title and of the text of a story each: more is not searched, lest one row outgrow PostgreSQL's index. */
export const documentMaxChars = 200_000;
