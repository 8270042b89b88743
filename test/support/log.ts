import type { Log, LogFields } from '../../src/domain/log.ts';

export interface LogLine {
  readonly level: keyof Log;
  readonly fields: LogFields;
  readonly text: string;
}

/** A log that keeps its lines, so that a test can say what must and must not be told. */
export function createTestLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: keyof Log) => (fields: LogFields, text: string) =>
    void lines.push({ level, fields, text });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
