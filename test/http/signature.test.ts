import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned } from '../../src/http/signature.ts';

const body = Buffer.from('<rss/>');
const secret = 'a secret';
const signed = (method: string, key = secret) => createHmac(method, key).update(body).digest('hex');

describe('a signature', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('by %s is known', (method) => {
    expect(isSigned(body, `${method}=${signed(method)}`, secret)).toBe(true);
    expect(isSigned(body, `${method.toUpperCase()}=${signed(method).toUpperCase()} `, secret)).toBe(true);
  });

  it.each([
    ['there is none', null],
    ['it is empty', ''],
    ['it is of another secret', `sha256=${signed('sha256', 'another')}`],
    ['it is of another method', `sha256=${signed('sha1')}`],
    ['its method is not one of WebSub', `md5=${signed('md5')}`],
    ['it is cut off', `sha256=${signed('sha256').slice(0, -2)}`],
    ['it has no method', signed('sha256')],
    ['it is no number', 'sha256=zz'],
    ['it is one of several', `sha256=${signed('sha256')}, sha1=${signed('sha1')}`],
  ])('is wrong where %s', (_, signature) => {
    expect(isSigned(body, signature, secret)).toBe(false);
  });

  it('is wrong for another body', () => {
    expect(isSigned(Buffer.from('<rss />'), `sha256=${signed('sha256')}`, secret)).toBe(false);
  });
});
