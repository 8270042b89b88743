import { DefaultRestOptions } from 'discord.js';
import { readRetryAfter } from './api-shapes.ts';

type MakeRequest = typeof DefaultRestOptions.makeRequest;
type ResponseLike = Awaited<ReturnType<MakeRequest>>;

/**
 * Makes a request, and on a 429 puts the longer of header and body into `Retry-After`, at least a second. The
 * library reads the header alone: without it it would repeat at once and for ever, and for edits of published
 * messages Discord's header is far too short.
 */
export const makeRequest: MakeRequest = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  return response.status === 429 ? withTrueRetryAfter(response) : response;
};

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
