import type { Push } from '../../src/domain/push.ts';

/** A push that the hub has confirmed for ten days; `parts` take the place of what is in it. */
export function examplePush(parts: Partial<Push> & Pick<Push, 'sourceId'>): Push {
  return {
    id: 1n,
    state: 'active',
    offer: { hubs: ['https://hub.example/'], topic: 'https://a.example/feed' },
    hub: 'https://hub.example/',
    publicUrl: 'https://bot.example',
    token: 'token',
    secret: 'secret',
    leaseEndsAt: new Date('2026-03-12T09:00:00Z'),
    attempts: 0,
    lastError: null,
    ...parts,
  };
}
