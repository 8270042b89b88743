/** Credits of pictures, which publishers print among the text. */
const credit =
  /^(?:photo(?:graph)?|image|picture|illustration|graphic|source|foto|bild|imagen|사진|写真|图片|credit)s?(?:\s*(?:credits?|courtesy|source))?\s*(?::|by\b|of\b|via\b|from\b|：|=)\s*.{2,90}$/iu;
const photoBy =
  /\b(?:Photo|Image|Picture|Illustration)\s+by\s+[^\n.]{2,60}?\s+(?:on|via|from|\/)\s+[\p{Lu}][\w.-]*/iu;

/** Whether a paragraph is nothing but a picture's credit. */
export function isCredit(text: string): boolean {
  return text.length <= 120 && (credit.test(text) || wholeIsPhotoBy(text)) && !/[.!?]\s+\p{Lu}/u.test(text);
}

function wholeIsPhotoBy(text: string): boolean {
  const found = photoBy.exec(text);
  return found !== null && found[0].length >= text.length - 3;
}

/** The credit within a caption; null when it has none. */
export function creditIn(caption: string): string | null {
  const text = caption.trim();
  if (isCredit(text)) return text;
  const found = photoBy.exec(text) ?? /\((?:photo|image|credit|source)[^()]{3,80}\)\s*$/i.exec(text);
  return found === null ? null : found[0].replace(/^\(|\)$/g, '');
}
