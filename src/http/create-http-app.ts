import { Hono } from 'hono';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Store } from '../store/store.ts';
import { createHealth } from './health.ts';
import { createPushCallback, type PushWakes } from './push-callback.ts';
import { pushPath } from '../domain/push.ts';

export interface HttpParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where hubs are told no address of this bot. */
  readonly pushes: (PushWakes & { readonly publicUrl: string }) | null;
}

/** What the web server answers. */
export function createHttpApp({ store, clock, log, pushes }: HttpParts): Hono {
  const app = new Hono();
  const isHealthy = createHealth(store, clock);
  app.get('/health', async (context) =>
    (await isHealthy()) ? context.text('ok') : context.text('The database does not answer.', 503),
  );
  if (pushes !== null) {
    const callback = createPushCallback({ store, clock, log, ...pushes });
    // A proxy may pass the path of the public address on, or take it away.
    const { pathname } = new URL(pushes.publicUrl);
    for (const above of new Set(['', pathname.replace(/\/$/, '')])) {
      const path = `${above}${pushPath}/:token` as const;
      app.get(path, ({ req }) => callback.confirm(req.param('token'), req.query()));
      app.post(path, ({ req }) => callback.receive(req.param('token'), req.raw));
    }
  }
  app.notFound((context) => context.text('There is nothing here.', 404));
  app.onError((error, context) => {
    log.error({ error, path: context.req.path.replace(/(?<=\/websub\/).*/, '…') }, 'a request failed');
    return context.text('Something went wrong here.', 500);
  });
  return app;
}
