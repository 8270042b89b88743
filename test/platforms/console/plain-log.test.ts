import { describe, expect, it } from 'vitest';
import { MendableError } from '../../../src/domain/errors.ts';
import { createPlainLog } from '../../../src/platforms/console/plain-log.ts';
import { english } from '../../../src/texts/english.ts';

function record() {
  const told: string[] = [];
  return { told, log: createPlainLog((sentence) => void told.push(sentence), english) };
}

describe('the log of a console', () => {
  it('tells what a person can mend in its own words', () => {
    const { log, told } = record();
    log.error({ error: new MendableError('The disk is full: free some space.') }, 'round failed');
    expect(told).toEqual(['The disk is full: free some space.']);
  });

  it('tells a bug in one line without its stack, and where to see more', () => {
    const { log, told } = record();
    const message =
      'Invalid `queries.story.find()` invocation in\n/srv/app.js:12:3\n\n  11 code\n\nno such column.\n';
    log.error({ error: new Error(message), stage: 'routing' }, 'round failed');
    log.error({}, 'a platform did not answer a send');
    log.error({ error: 'odd' }, 'tick failed');
    expect(told).toEqual([
      'Something failed: round failed (no such column). Satwire goes on; LOG_LEVEL=error shows more.',
      'Something failed: a platform did not answer a send. Satwire goes on; LOG_LEVEL=error shows more.',
      'Something failed: tick failed (odd). Satwire goes on; LOG_LEVEL=error shows more.',
    ]);
  });

  it('tells what repeats once, and again after something else', () => {
    const { log, told } = record();
    const full = new MendableError('Full.');
    for (const error of [full, full, new MendableError('Locked.'), full])
      log.error({ error }, 'round failed');
    expect(told).toEqual(['Full.', 'Locked.', 'Full.']);
  });

  it('keeps everything else to itself', () => {
    const { log, told } = record();
    log.debug({}, 'a');
    log.info({}, 'b');
    log.warn({ error: new Error('c') }, 'c');
    expect(told).toEqual([]);
  });
});
