import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Shorter than servers keep an idle connection: one that the server just closed fails with an unknown outcome. */
const idleMs = 2500;

/** Keeps connections open between calls, for a short time. */
export function createAgent(address: string): HttpAgent {
  const options = { keepAlive: true, timeout: idleMs };
  return address.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
}
