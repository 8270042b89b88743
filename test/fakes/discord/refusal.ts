/** An error of Discord's API: an HTTP status with a code of its own. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: unknown;

  constructor(status: number, code: number, text: string, details?: unknown) {
    super(text);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const unknownChannel = () => new Refusal(404, 10_003, 'Unknown Channel');
export const unknownMessage = () => new Refusal(404, 10_008, 'Unknown Message');
export const missingAccess = () => new Refusal(403, 50_001, 'Missing Access');
export const missingPermissions = () => new Refusal(403, 50_013, 'Missing Permissions');
export const invalidBody = (details: unknown) => new Refusal(400, 50_035, 'Invalid Form Body', details);
