import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import { readAgainAt } from '../domain/push.ts';
import { ReaderClosed, type SourceHubs } from '../sources/source.ts';
import type { PushedDocument, Store } from '../store/store.ts';
import { inParallel } from './in-parallel.ts';
import type { PushedRound } from './ingest.ts';
import type { TakeIn } from './take-in.ts';

interface Uses {
  readonly store: Store;
  readonly sources: Pick<SourceHubs, 'readPushed'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly takeIn: TakeIn;
  /** Called when stories changed. */
  readonly onSaved: () => void;
}

/** Documents are up to 10 MiB large, so few are in memory at once. */
const documentsAtOnce = 4;
/** A document taken in twice does no harm: what is known is not added again. */
const leaseMs = 60_000;

/** What became of a document; `notRead`: its source is read instead; `brokenOff`: the program ends. */
type Taken = 'takenIn' | 'notRead' | 'brokenOff';

/** Takes in what hubs brought, as if the source had been read; what cannot be read has its source read instead. */
export function createTakePushed(uses: Uses): () => Promise<PushedRound> {
  const { store, clock } = uses;
  return async () => {
    const taken: Taken[] = [];
    while (!taken.includes('brokenOff')) {
      const claim = { now: clock.now(), leaseMs, limit: documentsAtOnce };
      const documents = await store.pushes.claimDocuments(claim);
      if (documents.length === 0) break;
      taken.push(...(await inParallel(documents, documentsAtOnce, (document) => takeSafely(document, uses))));
    }
    const count = (of: Taken) => taken.filter((one) => one === of).length;
    return { takenIn: count('takenIn'), notRead: count('notRead') };
  };
}

/** What goes wrong with one document does not stop the others, nor does it come again. */
async function takeSafely(document: PushedDocument, uses: Uses): Promise<Taken> {
  const { store, clock, log } = uses;
  const { key } = document.source;
  try {
    if (await take(document, uses)) return 'takenIn';
  } catch (error) {
    if (error instanceof ReaderClosed) {
      await store.pushes.releaseDocument(document.id);
      return 'brokenOff';
    }
    log.error({ source: key, error }, 'pushed document not taken in');
  }
  await store.pushes.finishDocument(document, readAgainAt(document.source, clock.now()));
  return 'notRead';
}

async function take(
  document: PushedDocument,
  { store, sources, log, takeIn, onSaved }: Uses,
): Promise<boolean> {
  const { source, body, contentType } = document;
  const outcome = sources.readPushed(source, { bytes: body, contentType });
  if (outcome.kind !== 'read') {
    const reason = outcome.kind === 'failed' ? outcome.reason : 'Nothing new.';
    log.warn({ source: source.key, reason }, 'pushed document not read');
    return false;
  }
  const { added, updated, storyIds } = await takeIn(source, outcome.items);
  if (storyIds.length > 0) onSaved();
  // An old document that comes late or again would bring back what it said: the source itself has the last word.
  if (updated > 0) await store.pushes.readWhole(source.id);
  await store.pushes.finishDocument(document, null);
  log.debug({ source: source.key, added, updated }, 'pushed document taken in');
  return true;
}
