/** Entry: settings, start, and a graceful stop on SIGINT, SIGTERM or when the person at the console leaves. */
import { openBot } from './bot.ts';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';

try {
  await run();
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const config = readConfig();
  const hasToken = config.DISCORD_TOKEN !== undefined || config.TELEGRAM_TOKEN !== undefined;
  const log = createLogger({
    level: config.LOG_LEVEL ?? (hasToken ? 'info' : 'silent'),
    secrets: [config.DISCORD_TOKEN, config.TELEGRAM_TOKEN, ...Object.values(config.SOURCE_KEYS ?? {})],
  });
  process.on('uncaughtException', (error) => {
    log.error({ error }, 'a bug ended the program');
    process.stderr.write(`A bug ended Satwire (${error.message}). Start it again; nothing is lost.\n`);
    process.exit(1);
  });
  const bot = await openBot({ config, log, streams: { input: process.stdin, output: process.stdout } });
  await bot.start();
  await Promise.race([bot.left, signalled()]);
  await bot.stop();
  process.exit();
}

/** A second signal ends the program at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
