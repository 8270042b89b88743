import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../src/sources/http/public-address.ts';
import { refusedAddress } from '../../src/sources/http/refused-address.ts';

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
    '0:0:0:0:0:ffff:7f00:1',
    '::FFFF:192.168.0.1',
    '::ffff:0:7f00:1',
    '::ffff:0.0.0.0',
    '64:ff9b::',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1.1.1.1',
    '2001::4136:e378:8000:63bf:3fff:fdd2',
    '2001:20::1',
    '100::1',
    '3fff::1',
    '5f00::1',
    'fec0::1',
    '4000::1',
    'ff0e::1',
    'fd00:ec2::254',
    '168.63.129.16',
    '100.100.100.200',
    '192.88.99.1',
    '239.255.255.250',
    '240.0.0.1',
    '172.16.0.1.',
    '0177.0.0.1',
    '127.1',
    '1.1.1.1:80',
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
    '0:0:0:0:0:ffff:0101:0101',
    '64:ff9b::1.1.1.1',
    '2a00:1450:4001:82f::200e',
    '100.128.0.1',
    '169.253.1.1',
    '223.255.255.255',
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
    ['http://0177.0.0.1/', '127.0.0.1 is not a public address'],
    ['http://017700000001/', '127.0.0.1 is not a public address'],
    ['http://127.1/', '127.0.0.1 is not a public address'],
    ['http://127.0.0.1./', '127.0.0.1 is not a public address'],
    ['http://0/', '0.0.0.0 is not a public address'],
    ['http://①②⑦.⓪.⓪.①/', '127.0.0.1 is not a public address'],
    ['http://１２７.0.0.1/', '127.0.0.1 is not a public address'],
    ['http://[::ffff:169.254.169.254]/', '::ffff:a9fe:a9fe is not a public address'],
    ['http://[0:0:0:0:0:0:0:1]:8080/', '::1 is not a public address'],
    ['http://[::]/', ':: is not a public address'],
    ['http://[64:ff9b::a00:1]/', '64:ff9b::a00:1 is not a public address'],
    ['http://[fe80::1%25eth0]/', 'is not a web address'],
    ['http://LOCALHOST/', 'localhost is not a public address'],
    ['http://localhost./', 'localhost. is not a public address'],
    ['http://ｌｏｃａｌｈｏｓｔ/', 'localhost is not a public address'],
    ['https://news.example@127.0.0.1/', 'An address with a user name in it is not read.'],
    ['https://@127.0.0.1/', '127.0.0.1 is not a public address'],
    ['https://127.0.0.1\\@news.example/', '127.0.0.1 is not a public address'],
    ['https://x.example:0/', 'Port 0 is not an ordinary port of the web.'],
    ['https://x.example:65536/', 'is not a web address'],
    ['data:text/xml,<rss/>', 'Only http and https addresses are read, not data.'],
    ['javascript:alert(1)', 'Only http and https addresses are read, not javascript.'],
    ['ws://x.example/', 'Only http and https addresses are read, not ws.'],
  ])('%s', (address, reason) => {
    expect(refusedAddress(address, false)).toContain(reason);
  });

  test.each([
    'https://x.example/feed',
    'http://x.example:8080/',
    'https://x.example:8443/a',
    'http://x.example:443/',
    'HTTPS://X.EXAMPLE./',
    'https://bücher.example/',
    'http://1.1.1.1/',
    'http://[2606:4700::1111]/',
    'https://localhost.example/',
  ])('but not %s', (address) => {
    expect(refusedAddress(address, false)).toBeNull();
  });
});
