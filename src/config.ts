/** The settings: read once from the environment and `.env`, validated whole, frozen. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const httpAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !text.endsWith('/'),
    'must be an http or https address without a slash at its end',
  );

/** An address that paths are written below. */
const baseAddress = httpAddress.refine((text) => !/[?#]/.test(text), 'must have no ? and no #');

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'must be a port number, 1 to 65535');

const contact = z
  .string()
  .regex(/^[\x21-\x27\x2a-\x7e]+$/, 'must be a web or mail address, without spaces and brackets');

const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

const ownerId = z
  .string()
  .regex(/^(discord|telegram):\d+$/, 'must be ids such as discord:123, with commas between');

const owners = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(ownerId));

const sourceKeys = z
  .string()
  .regex(/^[A-Z0-9_]+=[^,]+(,\s*[A-Z0-9_]+=[^,]+)*$/, 'must be NAME=key pairs, with commas between them')
  .transform((text) => new Map(text.split(',').map(splitPair)))
  .transform((pairs): Readonly<Record<string, string>> => Object.fromEntries(pairs));

function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

/**
 * Every setting in the order of `.env.example`: what it must be, its default (none: off), the line that explains it
 * there, and an example for the error.
 */
export const configSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must begin with file: or postgresql://')
    .default('file:./data/satwire.db')
    .meta({
      line: 'Where everything is kept: a SQLite file, or a PostgreSQL database.',
      example: 'postgresql://satwire:secret@127.0.0.1:5432/satwire',
    }),
  DISCORD_TOKEN: z.string().optional().meta({
    line: 'Turns Discord on. From the Bot page of your application in the Discord Developer Portal.',
    example: 'the token from the Bot page of your application',
  }),
  DISCORD_API_URL: httpAddress.default('https://discord.com/api').meta({
    line: "Another address for Discord's API, for REST proxies.",
    example: 'http://127.0.0.1:8080/api',
  }),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/, 'must look like 123456:ABC-DEF, as BotFather gives it')
    .optional()
    .meta({ line: 'Turns Telegram on. From @BotFather.', example: '123456789:AAabbccddeeff' }),
  TELEGRAM_API_URL: httpAddress.default('https://api.telegram.org').meta({
    line: 'Another address for the Bot API, for a local Bot API server.',
    example: 'http://127.0.0.1:8081',
  }),
  TELEGRAM_WEBHOOK_URL: httpAddress.optional().meta({
    line: 'Has Telegram bring updates to this public https address instead of asking for them.',
    example: 'https://bot.example.org/telegram',
  }),
  TELEGRAM_WEBHOOK_PORT: portNumber.default(8443).meta({
    line: 'The port of this machine that the webhook arrives at, in plain HTTP behind a proxy.',
    example: '8443',
  }),
  TELEGRAM_ON_UNKNOWN: z
    .enum(['repeat', 'unconfirmed'], 'must be repeat or unconfirmed')
    .default('repeat')
    .meta({
      line: 'When Telegram does not say whether a post arrived: repeat it (a rare double), or leave it unconfirmed (a rare loss).',
      example: 'unconfirmed',
    }),
  SOURCES_FILE: z.string().optional().meta({
    line: 'A JSON list of sources that replaces the built-in catalog.',
    example: './my-sources.json',
  }),
  SOURCE_KEYS: sourceKeys.optional().meta({
    line: 'Keys of news APIs: where the sources file says ${NAME} in an address or header, the key of that name stands.',
    example: 'CRYPTOPANIC=0123abcd,COINDESK=4567efab',
  }),
  SOURCES_ADDED_BY: z
    .enum(['moderators', 'owners'], 'must be moderators or owners')
    .default('moderators')
    .meta({
      line: 'Who may add sources in a chat: the moderators of a server or chat, or the owners of this bot alone.',
      example: 'owners',
    }),
  SOURCES_PER_SERVER: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number from 0 to 9999')
    .transform(Number)
    .default(50)
    .meta({
      line: 'The most sources that one server or chat may have of its own; 0 for none. Owners may add any number for everybody.',
      example: '10',
    }),
  FETCH_PRIVATE_ADDRESSES: flag.default(false).meta({
    line: 'Whether sources may be read from private and loopback addresses: for tests and intranets.',
    example: 'true',
  }),
  CONTACT: contact.optional().meta({
    line: 'A web or mail address that publishers can reach you at; told to them with every request.',
    example: 'https://bot.example.org/about',
  }),
  OWNER_IDS: owners.optional().meta({
    line: 'Who owns this bot, with commas between. At the console everybody does.',
    example: 'discord:123456789012345678,telegram:987654321',
  }),
  HTTP_PORT: portNumber.optional().meta({
    line: "Turns the bot's own web server on, in plain HTTP: /health for monitors, and what PUBLIC_URL needs.",
    example: '8080',
  }),
  HTTP_HOST: z.string().default('127.0.0.1').meta({
    line: 'The address of this machine that the web server listens on; 0.0.0.0 for all, as containers need.',
    example: '0.0.0.0',
  }),
  PUBLIC_URL: baseAddress.optional().meta({
    line: 'The address at which the web reaches HTTP_PORT: hubs then bring news to it (WebSub), within seconds.',
    example: 'https://bot.example.org',
  }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .optional()
    .meta({
      line: 'How much is logged: debug, info, warn, error or silent. Default: info; on the console alone, errors as sentences.',
      example: 'debug',
    }),
});

/** The settings under their own names; undefined for one that is off. */
export type Config = Readonly<z.output<typeof configSchema>>;

/** Why the program cannot start: every wrong setting, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment over `.env` in the working folder. Throws a {@link ConfigError} with every problem. */
export function readConfig(): Config {
  return parseConfig({ ...readEnvFile(), ...process.env });
}

function readEnvFile() {
  try {
    return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  } catch (cause) {
    throw new ConfigError(
      `The file .env in ${process.cwd()} cannot be read: make it a text file that this user may read, or move it away.`,
      { cause },
    );
  }
}

/** An empty value counts as absent, as in `NAME=` of an `.env` file. */
export function parseConfig(values: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.entries(values)
    .map(([name, value]) => [name, value?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const parsed = configSchema.safeParse(Object.fromEntries(present));
  const missing = missingSettings(new Set(present.map(([name]) => name)));
  const clashes = parsed.success ? clashingSettings(parsed.data) : [];
  if (parsed.success && missing.length + clashes.length === 0) return Object.freeze(parsed.data);
  const problems = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    const example = Object.entries(configSchema.shape)
      .find(([key]) => key === name)?.[1]
      .meta()?.['example'];
    return `${name} ${issue.message}. Example: ${name}=${String(example)}`;
  });
  const told = [...new Set(problems), ...missing, ...clashes];
  throw new ConfigError(['Satwire cannot start with these settings:', ...told].join('\n  '));
}

/** What two settings cannot both be. */
function clashingSettings(config: Config): readonly string[] {
  const { HTTP_PORT: port, TELEGRAM_TOKEN: token, TELEGRAM_WEBHOOK_URL: webhook } = config;
  return token !== undefined && webhook !== undefined && port === config.TELEGRAM_WEBHOOK_PORT
    ? [`HTTP_PORT and TELEGRAM_WEBHOOK_PORT must be two ports, not ${port} both. Example: HTTP_PORT=8080`]
    : [];
}

/** What a setting needs beside it. */
function missingSettings(names: ReadonlySet<string>): readonly string[] {
  return names.has('PUBLIC_URL') && !names.has('HTTP_PORT')
    ? ['PUBLIC_URL needs HTTP_PORT: set it to the port that the address leads to. Example: HTTP_PORT=8080']
    : [];
}
