import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { configSchema, parseConfig } from '../src/config.ts';

const envExample = readFileSync(path.join(import.meta.dirname, '../.env.example'), 'utf8');

describe('settings', () => {
  it('have a default for everything that is not switched on by being set', () => {
    expect(parseConfig({})).toEqual({
      DATABASE_URL: 'file:./data/satwire.db',
      DISCORD_API_URL: 'https://discord.com/api',
      TELEGRAM_API_URL: 'https://api.telegram.org',
      TELEGRAM_WEBHOOK_PORT: 8443,
      TELEGRAM_ON_UNKNOWN: 'repeat',
      SOURCES_ADDED_BY: 'moderators',
      SOURCES_PER_SERVER: 50,
      FETCH_PRIVATE_ADDRESSES: false,
      HTTP_HOST: '127.0.0.1',
    });
  });

  it('are frozen', () => {
    expect(Object.isFrozen(parseConfig({}))).toBe(true);
  });

  it('count as absent when empty', () => {
    expect(parseConfig({ DISCORD_TOKEN: '  ', SOURCES_FILE: '' })).toEqual(parseConfig({}));
  });

  it('ignore what is not theirs', () => {
    expect(parseConfig({ PATH: '/bin', HOME: '/root' })).toEqual(parseConfig({}));
  });

  it('take owners as a list', () => {
    expect(parseConfig({ OWNER_IDS: 'discord:1, telegram:2' }).OWNER_IDS).toEqual([
      'discord:1',
      'telegram:2',
    ]);
  });

  it('take keys by name, with any sign but a comma', () => {
    expect(parseConfig({ SOURCE_KEYS: 'ONE=a=b, TWO_2=c' }).SOURCE_KEYS).toEqual({ ONE: 'a=b', TWO_2: 'c' });
  });

  it('take a flag as a truth value', () => {
    expect(parseConfig({ FETCH_PRIVATE_ADDRESSES: 'true' }).FETCH_PRIVATE_ADDRESSES).toBe(true);
  });

  it.each(['0', '65536', '99999', 'http'])('refuse %s as a port', (port) => {
    expect(() => parseConfig({ TELEGRAM_WEBHOOK_PORT: port })).toThrow(
      /TELEGRAM_WEBHOOK_PORT must be a port/,
    );
  });

  it('say what they need beside them, together with what else is wrong', () => {
    const lonely = { PUBLIC_URL: 'https://bot.example.org', LOG_LEVEL: 'loud' };
    expect(() => parseConfig(lonely)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: Satwire cannot start with these settings:
        LOG_LEVEL must be debug, info, warn, error or silent. Example: LOG_LEVEL=debug
        PUBLIC_URL needs HTTP_PORT: set it to the port that the address leads to. Example: HTTP_PORT=8080]
    `);
    const { HTTP_PORT, PUBLIC_URL } = parseConfig({
      HTTP_PORT: '8080',
      PUBLIC_URL: 'https://bot.example.org',
    });
    expect({ HTTP_PORT, PUBLIC_URL }).toEqual({ HTTP_PORT: 8080, PUBLIC_URL: 'https://bot.example.org' });
  });

  it('refuse one port for the web server and the webhook of Telegram, where both are on', () => {
    const ports = { HTTP_PORT: '8443', TELEGRAM_TOKEN: '123456789:AAabbccddeeff' };
    expect(parseConfig(ports).HTTP_PORT).toBe(8443);
    const both = { ...ports, TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram' };
    expect(() => parseConfig(both)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: Satwire cannot start with these settings:
        HTTP_PORT and TELEGRAM_WEBHOOK_PORT must be two ports, not 8443 both. Example: HTTP_PORT=8080]
    `);
    expect(parseConfig({ ...both, HTTP_PORT: '8080' }).HTTP_PORT).toBe(8080);
  });

  it.each(['https://bot.example.org?to=news', 'https://bot.example.org/news#top'])(
    'refuse %s as the address that callbacks are below',
    (address) => {
      const wrong = { HTTP_PORT: '8080', PUBLIC_URL: address };
      expect(() => parseConfig(wrong)).toThrow(/PUBLIC_URL must have no \? and no #/);
    },
  );

  it('are refused all at once, each by name and with an example', () => {
    const wrong = {
      DATABASE_URL: 'mysql://root@127.0.0.1/news',
      DISCORD_API_URL: 'https://discord.com/api/',
      TELEGRAM_TOKEN: 'my token',
      TELEGRAM_API_URL: 'api.telegram.org',
      TELEGRAM_ON_UNKNOWN: 'maybe',
      SOURCE_KEYS: 'abc',
      SOURCES_ADDED_BY: 'everybody',
      SOURCES_PER_SERVER: 'many',
      CONTACT: 'Ann\r\nX-Evil: 1',
      FETCH_PRIVATE_ADDRESSES: 'yes',
      OWNER_IDS: 'discord:1,somebody',
      LOG_LEVEL: 'loud',
    };
    expect(() => parseConfig(wrong)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: Satwire cannot start with these settings:
        DATABASE_URL must begin with file: or postgresql://. Example: DATABASE_URL=postgresql://satwire:secret@127.0.0.1:5432/satwire
        DISCORD_API_URL must be an http or https address without a slash at its end. Example: DISCORD_API_URL=http://127.0.0.1:8080/api
        TELEGRAM_TOKEN must look like 123456:ABC-DEF, as BotFather gives it. Example: TELEGRAM_TOKEN=123456789:AAabbccddeeff
        TELEGRAM_API_URL must be an http or https address without a slash at its end. Example: TELEGRAM_API_URL=http://127.0.0.1:8081
        TELEGRAM_ON_UNKNOWN must be repeat or unconfirmed. Example: TELEGRAM_ON_UNKNOWN=unconfirmed
        SOURCE_KEYS must be NAME=key pairs, with commas between them. Example: SOURCE_KEYS=CRYPTOPANIC=0123abcd,COINDESK=4567efab
        SOURCES_ADDED_BY must be moderators or owners. Example: SOURCES_ADDED_BY=owners
        SOURCES_PER_SERVER must be a number from 0 to 9999. Example: SOURCES_PER_SERVER=10
        FETCH_PRIVATE_ADDRESSES must be true or false. Example: FETCH_PRIVATE_ADDRESSES=true
        CONTACT must be a web or mail address, without spaces and brackets. Example: CONTACT=https://bot.example.org/about
        OWNER_IDS must be ids such as discord:123, with commas between. Example: OWNER_IDS=discord:123456789012345678,telegram:987654321
        LOG_LEVEL must be debug, info, warn, error or silent. Example: LOG_LEVEL=debug]
    `);
  });
});

describe('.env.example', () => {
  const names = [...envExample.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);

  it('names every setting, in the order of the schema', () => {
    expect(names).toEqual(Object.keys(configSchema.shape));
  });

  it('explains each setting by the line that the schema gives', () => {
    for (const [name, schema] of Object.entries(configSchema.shape)) {
      expect(envExample).toMatch(new RegExp(`# ${escape(String(schema.meta()?.['line']))}\n(# )?${name}=`));
    }
  });

  it('gives the defaults and switches nothing on', () => {
    expect(parseConfig(parseEnv(envExample))).toEqual(parseConfig({}));
    const values = parseEnv(envExample);
    for (const [name, value] of Object.entries(parseConfig({})))
      expect(values[name]).toBe(JSON.stringify(value).replaceAll('"', ''));
  });
});

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
