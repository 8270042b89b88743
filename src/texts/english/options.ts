import { categories } from '../../domain/category.ts';
import { enumerated } from './wording.ts';

interface Given {
  /** The option's name. */
  readonly name: string;
  /** What was typed. */
  readonly text: string;
}

/** What is wrong with the value of an option, and what would be right. */
export const options = {
  tooLong: (given: Given & { readonly max: number }) =>
    `“${given.name}” is too long: ${given.text.length} characters where ${given.max} are the most. Shorten it.`,
  integer: (given: Given & { readonly min: number; readonly max: number }) =>
    `“${given.name}” is a whole number from ${given.min} to ${given.max}, not “${given.text}”.`,
  choice: (given: Given & { readonly choices: readonly string[] }) =>
    `“${given.name}” is one of ${enumerated(given.choices, 'or')}, not “${given.text}”.`,
  boolean: (given: Given) => `“${given.name}” is yes or no, not “${given.text}”.`,
  duration: (given: Given) =>
    `“${given.name}” is a length of time such as 90m, 24h, 7d or 2w, not “${given.text}”.`,
  category: (given: Given) =>
    `There is no category “${given.text}”. The categories are ${enumerated(categories.map(({ id }) => id))}.`,
  asset: (given: Given) =>
    `I know no coin or token “${given.text}”. Give its ticker or name, such as BTC or Ethereum.`,
  source: (given: Given & { readonly near: readonly string[] }) =>
    given.near.length === 0
      ? `No source is called “${given.text}”. /sources lists all of them.`
      : `No source is called “${given.text}”. Did you mean ${enumerated(given.near, 'or')}? /sources lists all of them.`,
  storyNumber: (given: Given) =>
    `“${given.text}” is no story's number. Give the number that a story is shown with, such as 42; /latest shows the newest.`,
  noStory: (given: { readonly number: number }) =>
    `There is no story ${given.number} here. /latest and /search show stories with their numbers.`,
  noStoryAt: (given: { readonly url: string }) =>
    `I have no story from that address (${given.url}). /search may find it by its words.`,
  yes: 'yes',
  no: 'no',
};
