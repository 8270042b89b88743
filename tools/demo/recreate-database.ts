import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MendableError, reasonOf } from '../../src/domain/errors.ts';

/** Makes room for a fresh SQLite file: the old one goes, with what SQLite keeps beside it. */
export async function recreateDatabase(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    for (const ending of ['', '-wal', '-shm', '-journal']) await rm(path + ending, { force: true });
  } catch (error) {
    throw new MendableError(
      `The demo cannot begin with a fresh ${path}: ${reasonOf(error)}. Delete it, or see that the folder ${dirname(path)} may be written to.`,
    );
  }
}
