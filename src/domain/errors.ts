/**
 * An error that the person can mend. Its message is shown as it is: one or two plain sentences that name the
 * remedy. Any other error is a bug: it is logged, and the person sees only the id of the log line.
 */
export class MendableError extends Error {
  override readonly name = 'MendableError';
}

/** The message of anything that was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
