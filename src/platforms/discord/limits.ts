/** Discord's limits on what a message holds, in UTF-16 units: never less than what Discord counts. */
export const limits = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedAuthor: 256,
  /** Discord allows 2,048; with less, all parts together stay below an embed's 6,000. */
  embedFooter: 512,
  embedUrl: 2048,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  buttonsInRow: 5,
  rows: 5,
  choices: 25,
  choiceText: 100,
  selectPlaceholder: 150,
  threadName: 100,
  tagName: 20,
  appliedTags: 5,
  nonce: 25,
} as const;
