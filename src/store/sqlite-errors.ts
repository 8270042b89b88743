import { MendableError, reasonOf } from '../domain/errors.ts';

/** Turns what SQLite says into a sentence that names the remedy; what nobody can mend is returned as it is. */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (/^table .* already exists$/.test(reasonOf(error)))
    return new MendableError(foreign(path), { cause: error });
  const code = codeOf(error);
  const sentence = sentences.find(([prefix]) => code.startsWith(prefix))?.[1];
  return sentence === undefined ? error : new MendableError(sentence(path), { cause: error });
}

const foreign = (path: string): string =>
  `The database ${path} belongs to another program: set DATABASE_URL to another file.`;

const sentences: readonly (readonly [string, (path: string) => string])[] = [
  [
    'SQLITE_FULL',
    (path) =>
      `The disk that holds ${path} is full: free some space. What was being written was taken back; nothing else is lost.`,
  ],
  [
    'SQLITE_READONLY',
    (path) =>
      `The database ${path} cannot be written: give this user the right to write the file and its directory, or set DATABASE_URL to another file.`,
  ],
  [
    'SQLITE_CANTOPEN',
    (path) =>
      `The database ${path} cannot be opened: check that it is a file that this user may read and write, or set DATABASE_URL to another file.`,
  ],
  [
    'SQLITE_NOTADB',
    (path) => `${path} is not an SQLite database: move it away, or set DATABASE_URL to another file.`,
  ],
  [
    'SQLITE_CORRUPT',
    (path) => `The database ${path} is damaged: put a backup in its place, or move it away to begin anew.`,
  ],
  [
    'SQLITE_BUSY',
    (path) =>
      `The database ${path} is locked by another program: end that program, or wait until it is done.`,
  ],
  [
    'SQLITE_IOERR',
    (path) => `The disk that holds ${path} fails to read or write: check the disk and its free space.`,
  ],
  ['SQLITE_AUTH', (path) => `The database ${path} may not be used by this user.`],
];

/** Of the driver's own error, or of the one that Prisma's adapter made of it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_'))
    return error.code;
  const { cause } = error;
  const isAdapterError = typeof cause === 'object' && cause !== null && 'originalCode' in cause;
  return isAdapterError && typeof cause.originalCode === 'string' ? cause.originalCode : '';
}
