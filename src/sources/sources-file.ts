/** The file that replaces the built-in catalog: a JSON list of sources. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { MendableError, reasonOf } from '../domain/errors.ts';
import { sourceKinds, type SourceDescription } from '../domain/source.ts';
import { problemsOf } from './problems.ts';
import { refusedAddress } from './http/refused-address.ts';
import { settingsByKind } from './settings.ts';

const address = z.string().refine((text) => refusedAddress(text, true) === null, {
  error: 'must be an address that begins with http:// or https://',
});

const nameLength = 'must have 1 to 100 characters';

const entry = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -'),
  name: z.string().trim().min(1, nameLength).max(100, nameLength),
  url: address,
  kind: z.enum(sourceKinds, `must be one of ${sourceKinds.join(', ')}`).default('feed'),
  home: address.nullable().default(null),
  language: z.string().min(2).max(35).nullable().default(null),
  settings: z.record(z.string(), z.unknown()).default({}),
});

const example =
  '[{"key": "example", "name": "Example News", "url": "https://news.example/feed.xml", "language": "en"}]';

/** Throws a {@link MendableError} that lists every problem of the file, by entry. */
export async function readSourcesFile(path: string): Promise<readonly SourceDescription[]> {
  return parseSources(await readText(path), path);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    throw new MendableError(
      `The sources file ${path} cannot be read (${reasonOf(thrown)}): correct SOURCES_FILE, or see that this user may read the file.`,
      {
        cause: thrown,
      },
    );
  }
}

/** The same for a text; `path` is what messages call it. */
export function parseSources(text: string, path: string): readonly SourceDescription[] {
  const list = parseList(text, path).map(withKey);
  const read = list.map(readEntry);
  const repeats = [...repeated(list, 'key'), ...repeated(list, 'url')];
  const problems = [...read.flatMap((one) => one.problems), ...repeats];
  if (problems.length > 0) {
    throw new MendableError(
      `The sources file ${path} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n` +
        `${problems.map((problem) => `- ${problem}`).join('\n')}\nAn example of a right file: ${example}`,
    );
  }
  return read.flatMap((one) => (one.source === null ? [] : [one.source]));
}

function parseList(text: string, path: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    throw new MendableError(
      `The sources file ${path} is not JSON (${reasonOf(thrown)}). An example: ${example}`,
      {
        cause: thrown,
      },
    );
  }
  if (Array.isArray(value) && value.length > 0) return value;
  throw new MendableError(
    `The sources file ${path} must be a JSON list of at least one source. An example: ${example}`,
  );
}

interface Read {
  readonly source: SourceDescription | null;
  readonly problems: readonly string[];
}

function readEntry(written: unknown, index: number): Read {
  const parsed = entry.safeParse(written);
  const name = nameOf(written, index);
  if (!parsed.success) return { source: null, problems: problemsOf(parsed.error, name) };
  const settings = settingsByKind[parsed.data.kind].safeParse(parsed.data.settings);
  if (!settings.success) return { source: null, problems: problemsOf(settings.error, name, ['settings']) };
  return { source: { ...parsed.data, address: 'unconfirmed', settings: settings.data }, problems: [] };
}

/** An entry without a key gets one from its name: "Example Wire" becomes "example-wire". */
function withKey(written: unknown): unknown {
  const parsed = z.looseObject({ key: z.undefined().optional(), name: z.string() }).safeParse(written);
  if (!parsed.success) return written;
  const letters = parsed.data.name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = letters.match(/[a-z0-9]+/g) ?? [];
  const key = words.join('-').slice(0, 40).replace(/-$/, '');
  return key === '' ? written : { ...parsed.data, key };
}

function textOf(written: unknown, field: 'key' | 'url'): string | null {
  const parsed = z.object({ [field]: z.string() }).safeParse(written);
  return parsed.success ? (parsed.data[field] ?? null) : null;
}

function nameOf(written: unknown, index: number): string {
  const key = textOf(written, 'key');
  return key === null ? `entry ${index + 1}` : `entry ${index + 1} ("${key}")`;
}

function repeated(list: readonly unknown[], field: 'key' | 'url'): readonly string[] {
  const texts = list.map((written) => textOf(written, field));
  return list.flatMap((written, index) => {
    const first = texts.indexOf(texts[index] ?? null);
    return texts[index] === null || first === index
      ? []
      : [`${nameOf(written, index)}: ${field} is already that of entry ${first + 1}`];
  });
}
