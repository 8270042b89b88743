/** JSON APIs, read by the map of fields that the source's description gives. */
import type { Source } from '../../domain/source.ts';
import { MendableError } from '../../domain/errors.ts';
import { distinct, personName } from '../feed/people.ts';
import { whatItIs } from '../feed/what-it-is.ts';
import { emptyItem, type FetchedDocument, type KindOfSource, type Parsed } from '../reading.ts';
import type { ApiSettings } from '../settings.ts';
import type { SourceItem } from '../source.ts';
import { absoluteUrl } from '../text/address.ts';
import { blocksOfHtml } from '../text/blocks.ts';
import { mostItems } from '../text/bounds.ts';
import { decodeBytes } from '../text/encoding.ts';
import { lineOfText } from '../text/plain.ts';
import { momentAt, textAt, textsAt, valueAt } from './json-path.ts';

/** Keys by name, e.g. `NEWS_API_KEY`; a description names one as `${NEWS_API_KEY}` in its address or headers. */
export type Secrets = Readonly<Record<string, string>>;

/** Throws a {@link MendableError} that names a key which is missing. */
export function apiKind(source: Source, settings: ApiSettings, secrets: Secrets): KindOfSource {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(settings.headers)) headers[name] = withSecrets(value, secrets);
  return {
    accept: 'application/json, */*;q=0.5',
    wanted: 'a list of news in JSON',
    headers,
    ...(source.url.includes('${') ? { url: withSecrets(source.url, secrets) } : {}),
    parse: (document) => parseApi(document, settings),
  };
}

function withSecrets(text: string, secrets: Secrets): string {
  return text.replace(/\$\{([A-Z0-9_]+)\}/g, (_, name: string) => {
    const secret = secrets[name];
    if (secret === undefined) throw new MendableError(`This source needs a key; set ${name}.`);
    return secret;
  });
}

/** Entries that are no objects, or have no title, are passed over. */
export function parseApi(
  document: Pick<FetchedDocument, 'bytes' | 'contentType' | 'url'>,
  settings: ApiSettings,
): Parsed {
  const text = decodeBytes(document.bytes, document.contentType);
  const value = parseJson(text);
  if (value === undefined) return { kind: 'other', found: whatItIs(text, document.contentType) };
  const list = valueAt(value, settings.items);
  if (!Array.isArray(list)) return { kind: 'other', found: `JSON without a list at "${settings.items}"` };
  const entries: readonly unknown[] = list;
  return {
    kind: 'items',
    title: null,
    language: null,
    items: entries
      .slice(0, mostItems)
      .map((entry) => readEntry(entry, settings, document.url))
      .filter((item) => item.title !== ''),
    freshForMs: 0,
    defect: null,
  };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // The caller says what the document is instead.
    return undefined;
  }
}

function readEntry(entry: unknown, settings: ApiSettings, base: string): SourceItem {
  const { fields, timeZone } = settings;
  const text = (path: string | undefined): string => (path === undefined ? '' : textAt(entry, path));
  const pictureUrl = absoluteUrl(text(fields.picture), base);
  return {
    ...emptyItem,
    url: absoluteUrl(text(fields.url), base),
    guid: text(fields.id) || null,
    title: lineOfText(text(fields.title)),
    authors: distinct(textsAt(entry, fields.authors).map(personName)),
    published: momentAt(entry, fields.published, timeZone),
    updated: momentAt(entry, fields.updated, timeZone),
    summary: lineOfText(text(fields.summary)),
    blocks: blocksOfHtml(text(fields.content)),
    labels: distinct(textsAt(entry, fields.labels)),
    picture: pictureUrl === null ? null : { url: pictureUrl, credit: null },
    language: text(fields.language).toLowerCase() || null,
  };
}
