import { expect, it } from 'vitest';
import { resolveBySystem } from '../../../src/sources/http/dialer.ts';

it('gives an error and no addresses for a name that does not exist', async () => {
  const [error, addresses] = await new Promise<readonly [Error | null, readonly unknown[]]>((resolve) =>
    resolveBySystem('no-such-host.invalid', (...answer) => resolve(answer)),
  );
  expect(error).toBeInstanceOf(Error);
  expect(addresses).toEqual([]);
});
