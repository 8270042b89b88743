/** A host that writes whatever bytes a test wants, HTTP or not. */
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RawPublisher {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** How many connections were made so far. */
  readonly connections: number;
  /** Resolves when a connection has ended, whichever side ended it. */
  readonly hungUp: Promise<void>;
}

/** Calls `answer` when the head of a request has come; ends with the test. */
export async function startRawPublisher(
  answer: (socket: Socket, head: string) => void,
): Promise<RawPublisher> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let tellHungUp: () => void = () => undefined;
  const hungUp = new Promise<void>((resolve) => {
    tellHungUp = resolve;
  });
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    // The reader breaks connections off; that is no failure of the test.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      tellHungUp();
    });
    let head = '';
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      answer(socket, head);
      head = '';
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => void server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    get connections() {
      return connections;
    },
    hungUp,
  };
}
