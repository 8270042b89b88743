import { DefaultRestOptions } from 'discord.js';
import type { Pace } from './pace.ts';
import { readRetryAfter } from './api-shapes.ts';

type MakeRequest = typeof DefaultRestOptions.makeRequest;
type ResponseLike = Awaited<ReturnType<MakeRequest>>;

/**
 * Makes requests at the bot's pace; answers to commands, which Discord does not count, go at once. On a 429 the
 * longer of header and body is put into `Retry-After`, at least a second. The library reads the header alone:
 * without it it would repeat at once and for ever, and for edits of published messages Discord's header is far too
 * short.
 */
export function createMakeRequest(pace: Pace): MakeRequest {
  return async (url, init) => {
    if (!/\/(?:interactions|webhooks)\//.test(url)) await pace.take();
    const response = await DefaultRestOptions.makeRequest(url, init);
    return response.status === 429 ? withTrueRetryAfter(response) : response;
  };
}

async function withTrueRetryAfter(response: ResponseLike): Promise<ResponseLike> {
  const text = await response.text();
  const headers = new Headers([...response.headers]);
  const seconds = Math.max(Number(headers.get('Retry-After') ?? 0) || 0, secondsInBody(text), 1);
  headers.set('Retry-After', String(seconds));
  return new Response(text, { status: response.status, statusText: response.statusText, headers });
}

function secondsInBody(text: string): number {
  try {
    return readRetryAfter(JSON.parse(text));
  } catch {
    // A page of a proxy instead of Discord's answer: the header is all there is.
    return 0;
  }
}
