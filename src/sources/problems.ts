import type { z } from 'zod';

/** What a schema says against a value, a line each: where, and what is wrong there. */
export function problemsOf(
  error: z.ZodError,
  name: string,
  within: readonly string[] = [],
): readonly string[] {
  return error.issues.flatMap((issue) => {
    const place = [...within, ...issue.path.map(String)];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${name}: ${[...place, key].join('.')} is not known`);
    }
    const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    const complaint = isMissing ? 'is missing' : issue.message.replace(/^Invalid input: /, '');
    return [place.length === 0 ? `${name}: ${complaint}` : `${name}: ${place.join('.')} ${complaint}`];
  });
}
