import { asSentence } from './wording.ts';

interface Named {
  readonly name: string;
}

interface Remedied {
  readonly key: string;
  /** Read for everybody: only the owners of the bot can change it. */
  readonly isGlobal: boolean;
}

/** What moderators are told of the sources that they rely on. */
export const notices = {
  failing: {
    headline: ({ name }: Named) => `${name} cannot be read`,
    /** Before a time, told as how long ago it was. */
    began: 'Reading it began to fail ',
    meanwhile: 'I keep trying, and say so here when it is back.',
    remedy: ({ key, isGlobal }: Remedied) =>
      `/sources test ${key} tries it now. ` +
      (isGlobal
        ? forOwners(`/sources pause ${key} or /sources remove ${key}`)
        : `/sources pause ${key} stops my trying, /sources remove ${key} takes it away; if it has moved, /sources add takes its new address.`),
  },
  gone: {
    headline: ({ name }: Named) => `${name} is gone for good`,
    /** Before a time, told as how long ago it was. */
    began: 'It ended ',
    meanwhile: 'I read it no more.',
    remedy: ({ key, isGlobal }: Remedied) =>
      `If it has moved, /sources add takes its new address. /sources test ${key} looks whether it is really gone. ` +
      (isGlobal
        ? forOwners(`/sources resume ${key} or /sources remove ${key}`)
        : `/sources resume ${key} has me read it again, /sources remove ${key} takes it away.`),
  },
  back: ({ name }: Named) => `${name} can be read again`,
  backMeanwhile: 'What it reports comes here again. There is nothing that you have to do.',
  /** Behind a time: why. */
  reason: ({ error }: { readonly error: string | null }) => (error === null ? '.' : `. ${asSentence(error)}`),
  testButton: 'Test it',
  listButton: 'All sources',
};

function forOwners(commands: string): string {
  return `It is read for everybody, so only the owners of this bot can use ${commands}; /unsubscribe ends what a channel gets.`;
}
