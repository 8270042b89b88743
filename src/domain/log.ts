/** Where the program tells its owner what happens. Fields first, then a short fixed text, so logs can be searched. */
export interface Log {
  debug(fields: LogFields, text: string): void;
  info(fields: LogFields, text: string): void;
  warn(fields: LogFields, text: string): void;
  error(fields: LogFields, text: string): void;
}

/** Thrown things go under `error`. */
export type LogFields = Readonly<Record<string, unknown>>;
