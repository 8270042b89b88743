import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/platforms/discord/pace.ts';

describe('the pace of requests', () => {
  it('never lets more than 50 go in any second, in the order in which they came', async () => {
    const pace = createPace();
    const gone: { readonly request: number; readonly at: number }[] = [];
    await Promise.all(
      Array.from({ length: 120 }, async (_, request) => {
        await pace.take();
        gone.push({ request, at: performance.now() });
      }),
    );
    expect(gone.map(({ request }) => request)).toEqual(Array.from({ length: 120 }, (_, index) => index));
    const inSecondAfter = (start: number) => gone.filter(({ at }) => at >= start && at < start + 1000).length;
    expect(Math.max(...gone.map(({ at }) => inSecondAfter(at)))).toBeLessThanOrEqual(50);
  });
});
