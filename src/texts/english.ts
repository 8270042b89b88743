/** The bot's sentences in English. Functions take what they name; nothing here is markup. */
export const english = {
  language: 'en',
} as const;
