/** Structured logs: one JSON object a line. */
import { pino } from 'pino';

/** The levels of the LOG_LEVEL setting, most talkative first. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

interface Destination {
  write(line: string): void;
}

type Write = (fields: Readonly<Record<string, unknown>>, text: string) => void;

/**
 * Logs to `destination`, standard error by default, so that standard output stays the console's. Tokens never
 * reach a line: whatever stands in `secrets` is replaced.
 */
export function createLogger(options: {
  readonly level: LogLevel;
  readonly secrets?: readonly (string | undefined)[];
  readonly destination?: Destination;
}): Readonly<Record<'debug' | 'info' | 'warn' | 'error', Write>> {
  const given = options.secrets ?? [];
  const secrets = given.filter((secret) => secret !== undefined).filter((secret) => secret !== '');
  const destination = options.destination ?? pino.destination({ fd: 2, sync: true });
  const veiled: Destination = {
    write: (line) => {
      let text = line;
      for (const secret of secrets) text = text.replaceAll(secret, '[secret]');
      destination.write(text);
    },
  };
  const log = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      errorKey: 'error',
      serializers: { error: pino.stdSerializers.err },
      formatters: { level: (label) => ({ level: label }), log: writeBigints },
    },
    veiled,
  );
  return {
    debug: (fields, text) => log.debug(fields, text),
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => log.error(fields, text),
  };
}

/** Ids are 63-bit: as text they survive readers that know only doubles. */
function writeBigints(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value]),
  );
}
