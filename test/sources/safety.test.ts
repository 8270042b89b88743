import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LookupAddress } from 'node:dns';
import { isPublicAddress } from '../../src/sources/http/public-address.ts';
import { refusedAddress } from '../../src/sources/http/refused-address.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import type { SourceReader } from '../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { exampleSource } from '../support/source.ts';

describe('an address of the internet protocol is public', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'nonsense',
    '',
  ])('but not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '1.1.1.1',
    '93.184.215.14',
    '172.32.0.1',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
    '[2606:4700::1111]',
  ])('like %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a web address is refused', () => {
  test.each([
    ['ftp://x.example/', 'Only http and https addresses are read, not ftp.'],
    ['file:///etc/passwd', 'Only http and https addresses are read, not file.'],
    ['nonsense', '"nonsense" is not a web address.'],
    ['http://x.example:22/', 'Port 22 is not an ordinary port of the web.'],
    ['http://x.example:6379/', 'Port 6379 is not an ordinary port of the web.'],
    ['http://ann:secret@x.example/', 'An address with a user name in it is not read.'],
    ['http://localhost/', 'localhost is not a public address'],
    ['http://db.localhost./', 'db.localhost. is not a public address'],
    ['http://2130706433/', '127.0.0.1 is not a public address'],
    ['http://0x7f.1/', '127.0.0.1 is not a public address'],
    ['http://[::1]/', '::1 is not a public address'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254 is not a public address'],
  ])('%s', (address, reason) => {
    expect(refusedAddress(address, false)).toContain(reason);
  });

  test.each(['https://x.example/feed', 'http://x.example:8080/', 'https://x.example:8443/a'])(
    'but not %s',
    (address) => {
      expect(refusedAddress(address, false)).toBeNull();
    },
  );
});

describe('a reader of public addresses', () => {
  let publisher: Publisher;
  let reader: SourceReader;
  let resolved: LookupAddress[];

  beforeEach(async () => {
    publisher = await startPublisher();
    resolved = [];
    reader = createSourceReader({
      clock: createTestClock(),
      log: createTestLog(),
      allowPrivateAddresses: false,
      resolve: (_host, done) => done(null, resolved),
      pausePerHostMs: 0,
    });
  });
  afterEach(async () => {
    await publisher.close();
    await reader.close();
  });

  test.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '::1', '::ffff:10.0.0.1'])(
    'does not connect to a name that resolves to %s',
    async (address) => {
      resolved = [{ address, family: address.includes(':') ? 6 : 4 }];
      expect(await reader.read(exampleSource({ url: 'http://innocent.example/feed' }))).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('innocent.example is not a public address'),
      });
    },
  );

  test('does not ask a private server at all', async () => {
    expect(await reader.read(exampleSource({ url: `${publisher.url}/feed` }))).toMatchObject({
      kind: 'failed',
    });
    expect(await reader.readPage(`${publisher.url}/page`, null)).toMatchObject({ kind: 'failed' });
    expect(publisher.requests).toEqual([]);
  });
});

test('the address that a redirect leads to is checked like the first', async () => {
  const publisher = await startPublisher();
  const reader = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
  });
  publisher.serve('/feed', { status: 302, headers: { location: 'gopher://127.0.0.1/' } });
  expect(await reader.read(exampleSource({ url: `${publisher.url}/feed` }))).toMatchObject({
    reason: 'Only http and https addresses are read, not gopher.',
  });
  await publisher.close();
  await reader.close();
});
