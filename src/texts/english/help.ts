/** What /help says. */
export const help = {
  title: 'What you can ask',
  more: 'More about one of them: /help search',
  choose: 'Explain a command',
  allButton: 'All commands',
  example: 'Example',
  required: 'needed',
  several: 'several, with commas between them',
  access: { anyone: '', moderators: 'For moderators.', owners: 'For the owners of this bot.' },
  unknown: (given: { readonly typed: string; readonly nearest: string | null }) =>
    given.nearest === null
      ? `There is no command /${given.typed}. /help alone lists all of them.`
      : `There is no command /${given.typed}. Did you mean /help ${given.nearest}?`,
};
