import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger, type LogLevel } from '../src/logger.ts';

const lineSchema = z.record(z.string(), z.unknown());

function record(level: LogLevel, secrets: readonly (string | undefined)[] = []) {
  const lines: string[] = [];
  const log = createLogger({ level, secrets, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, parsed: () => lines.map((line) => lineSchema.parse(JSON.parse(line))) };
}

describe('the log', () => {
  it('writes one JSON object a line, with level, time, fields and text', () => {
    const { log, lines, parsed } = record('info');
    log.info({ source: 'coindesk', articles: 3 }, 'source read');
    expect(lines.join('')).toMatch(/^\{.*\}\n$/);
    expect(parsed()).toEqual([
      { level: 'info', time: expect.any(String), source: 'coindesk', articles: 3, msg: 'source read' },
    ]);
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = record('warn');
    log.debug({}, 'a');
    log.info({}, 'b');
    log.warn({}, 'c');
    log.error({}, 'd');
    expect(lines).toHaveLength(2);
  });

  it('writes nothing when silent', () => {
    const { log, lines } = record('silent');
    log.error({}, 'broken');
    expect(lines).toEqual([]);
  });

  it('writes ids as text, since readers of JSON know only doubles', () => {
    const { log, parsed } = record('info');
    log.info({ story: 9_007_199_254_740_993n }, 'routed');
    expect(parsed()[0]).toMatchObject({ story: '9007199254740993' });
  });

  it('writes an error with its stack', () => {
    const { log, parsed } = record('info');
    log.error({ error: new Error('no such file') }, 'failed');
    expect(parsed()[0]).toMatchObject({
      error: { type: 'Error', message: 'no such file', stack: expect.stringContaining('logger.test') },
    });
  });

  it('never shows a token, wherever it stands', () => {
    const { log, lines } = record('info', ['123:secret-token', undefined, '']);
    log.warn({ url: 'https://api.example/bot123:secret-token/getMe' }, 'refused for 123:secret-token');
    expect(lines.join('')).not.toContain('secret-token');
    expect(lines.join('')).toContain('bot[secret]/getMe');
  });
});
