import { counted, enumerated } from './wording.ts';

/** What is said about asking itself: unknown commands, rights, pages, errors. */
export const dispatch = {
  previousButton: 'Previous',
  nextButton: 'Next',
  page: (given: { readonly page: number; readonly pages: number }) => `page ${given.page} of ${given.pages}`,
  noSuchPage: (given: { readonly page: number; readonly pages: number }) =>
    given.pages === 1
      ? `There is no page ${given.page}: everything fits on page 1.`
      : `There is no page ${given.page}: the last one is page ${given.pages}.`,
  nothingAsked: 'Type a command, for example /latest. /help lists them all.',
  unknownCommand: (given: { readonly typed: string; readonly nearest: string | null }) =>
    given.nearest === null
      ? `There is no command /${given.typed}. /help lists all of them.`
      : `There is no command /${given.typed}. Did you mean /${given.nearest}?`,
  unknownAct: (given: {
    readonly command: string;
    readonly typed: string;
    readonly nearest: string | null;
    readonly acts: readonly string[];
  }) =>
    given.nearest === null
      ? `/${given.command} does not know “${given.typed}”. It takes ${enumerated(given.acts, 'or')}.`
      : `/${given.command} does not know “${given.typed}”. Did you mean /${given.command} ${given.nearest}?`,
  unknownOption: (given: {
    readonly name: string;
    readonly nearest: string | null;
    readonly command: string;
    readonly options: readonly string[];
  }) =>
    `/${given.command} has no option “${given.name}”. ` +
    (given.nearest === null ? optionsOf(given) : `Did you mean ${given.nearest}? `) +
    `Put words in quotes if they are not an option, like "${given.name}: …".`,
  unknownWord: (given: {
    readonly word: string;
    readonly command: string;
    readonly options: readonly string[];
  }) =>
    given.options.length === 0
      ? `/${given.command} takes nothing more, so “${given.word}” says nothing to it. Try /${given.command} alone.`
      : `/${given.command} does not know what “${given.word}” is: it may be misspelt, or one too many. ${optionsOf(given)}`.trimEnd(),
  missing: (given: {
    readonly command: string;
    readonly name: string;
    readonly description: string;
    readonly example: string;
  }) =>
    `/${given.command} also needs “${given.name}”: ${lowerFirst(given.description)}. For example: ${given.example}`,
  chooseOne: (given: { readonly name: string }) => `Choose: ${given.name}`,
  moderatorsOnly: (given: { readonly command: string; readonly channel: string }) =>
    `Only moderators of ${given.channel} can use /${given.command}. Ask one of them, or use it in a private chat with me.`,
  ownersOnly: (given: { readonly command: string; readonly setting: string | null }) =>
    given.setting === null
      ? `Only the owners of this bot can use /${given.command}. Whoever runs it can add your id to OWNER_IDS.`
      : `Only the owners of this bot can use /${given.command}: they keep it to themselves by the setting ${given.setting}. Ask one of them.`,
  notYourChannel: (given: { readonly channel: string }) =>
    `You do not moderate ${given.channel}, so I cannot show or change it for you.`,
  failed: (given: { readonly id: string }) =>
    `Something went wrong on my side, and it is not your fault. Try again; if it stays, tell whoever runs this bot: error ${given.id}.`,
};

function optionsOf(given: { readonly options: readonly string[] }): string {
  if (given.options.length === 0) return 'It takes no options. ';
  return `It takes ${counted(given.options.length, 'option', 'options')}: ${enumerated(given.options)}. `;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
