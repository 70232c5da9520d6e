import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import { csrfTokenOf, refuseForged } from './csrf.ts';
import { rateLimit } from './rate.ts';
import { cookieOf, safeCookie } from './session-cookie.ts';

const request = (fields: object): FastifyRequest => ({ method: 'GET', headers: {}, ...fields }) as FastifyRequest;
function written(work: (reply: FastifyReply) => void): string {
  let text = '';
  work({ header: (_name: string, value: string) => (text = value) } as unknown as FastifyReply);
  return text;
}

describe('cookies', () => {
  test('over TLS bound to the host and never in the clear', () => {
    expect(written((reply) => safeCookie('jw_session', true).set(reply, 'abc'))).toBe(
      '__Host-jw_session=abc; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(written((reply) => safeCookie('jw_session', false).set(reply, 'abc', 60))).toBe(
      'jw_session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60',
    );
    expect(written((reply) => safeCookie('jw_session', false).clear(reply))).toContain('Max-Age=0');
  });
  test('one under the plain name does not count over TLS', () => {
    const plain = request({ headers: { cookie: 'jw_session=abc' } });
    expect([safeCookie('jw_session', true).read(plain), safeCookie('jw_session', false).read(plain)]).toEqual([
      null,
      'abc',
    ]);
  });
  test.each([
    ['a=1; s=abc; b=2', 'abc'],
    ['s=abc', 'abc'],
    ['s=a=b', 'a=b'],
    ['xs=abc', null],
    ['s=', null],
    ['s=abc; s=def', null],
    [`s=${'x'.repeat(5000)}`, null],
    [undefined, null],
  ])('%j', (header, value) => {
    expect(cookieOf(header, 's')).toBe(value);
  });
});

describe('forged requests', () => {
  const refused = (fields: object) => () => refuseForged(request(fields), 'session token');
  test('a change needs the token of its session, a look does not', () => {
    expect(refused({ method: 'GET' })).not.toThrow();
    expect(refused({ method: 'POST', headers: { 'x-csrf-token': csrfTokenOf('session token') } })).not.toThrow();
    expect(refused({ method: 'POST' })).toThrow('csrf-wrong');
    expect(refused({ method: 'DELETE', headers: { 'x-csrf-token': '' } })).toThrow('csrf-wrong');
    expect(refused({ method: 'PUT', headers: { 'x-csrf-token': csrfTokenOf('other') } })).toThrow('csrf-wrong');
  });
  test('the token does not tell the session', () => {
    expect(csrfTokenOf('session token')).not.toContain('session');
  });
});

describe('rates', () => {
  test('so many at once, then so many a second, each key for itself', () => {
    const { take } = rateLimit({ perSecond: 2, burst: 3 });
    expect([take('a', 0), take('a', 0), take('a', 0), take('a', 0)]).toEqual([0, 0, 0, 1]);
    expect(take('b', 0)).toBe(0);
    expect([take('a', 400), take('a', 500), take('a', 600)]).toEqual([1, 0, 1]);
    expect([take('a', 10_000), take('a', 10_000), take('a', 10_000), take('a', 10_000)]).toEqual([0, 0, 0, 1]);
  });
});
