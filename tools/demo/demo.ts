/** `npm run demo`: the bot on this machine alone, without tokens and network. It ignores `.env`. */
import { reasonOf } from '../../src/domain/errors.ts';
import { createLogger } from '../../src/logger.ts';
import { openDemo } from './open-demo.ts';

try {
  await run();
} catch (thrown) {
  process.stderr.write(`${reasonOf(thrown)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const demo = await openDemo({
    streams: { input: process.stdin, output: process.stdout },
    log: createLogger({ level: 'error', secrets: [] }),
    databasePath: 'data/demo.db',
  });
  const isSignalled = signalled();
  await demo.start();
  await Promise.race([demo.left, isSignalled]);
  await demo.stop();
  process.exit();
}

/** A second signal ends the program at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
