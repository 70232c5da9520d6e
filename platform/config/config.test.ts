import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configurationFile, configurationText } from '../../scripts/configuration.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { say } from '../messages/index.ts';
import { addressList, readConfig, type Variable, variables } from './index.ts';

const all: readonly Variable[] = Object.values(variables);

function refused(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (cause) {
    if (cause instanceof RefusalError) return cause.refusals.map((each) => `${each.code} ${each.field}`);
    throw cause;
  }
  return [];
}

describe('reading the settings', () => {
  test('nothing set: the fallbacks, and the object cannot be changed', () => {
    const config = readConfig({ PATH: '/bin', JINGWEI_PORT: '', JINGWEI_HOST: '  ' });
    expect(config).toMatchObject({ host: '127.0.0.1', port: 7140, databaseUrl: null, migrate: true, oidcClaim: 'sub' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.keys(config)).toEqual(Object.keys(variables));
  });

  test('every wrong one is told at once, with what was given', () => {
    const env = { JINGWEI_PORT: '70000', JINGWEI_MIGRATE: 'maybe', JINGWEI_HOST: 'a b', JINGWEI_DATA: 'data' };
    expect(refused(env)).toEqual([
      'setting-wrong JINGWEI_MIGRATE',
      'setting-wrong JINGWEI_DATA',
      'setting-wrong JINGWEI_HOST',
      'setting-wrong JINGWEI_PORT',
    ]);
  });

  test('a secret is never shown, not even a wrong one', () => {
    for (const { name } of all.filter((variable) => variable.secret)) {
      const given = 'a secret';
      try {
        readConfig({ [name]: given, ...(name.includes('OIDC') && { [name]: `a\tsecret` }) });
        expect.unreachable(name);
      } catch (cause) {
        const { refusals } = cause as RefusalError;
        expect(JSON.stringify(refusals) + refusals.map(say).join(), name).not.toMatch(/a[\s\\t]+secret/);
        expect(refusals.map(({ field }) => field)).toContain(name);
      }
    }
  });

  test('a mistyped name is told with the nearest known one', () => {
    expect(refused({ JINGWEI_PROT: '1' })).toEqual(['setting-unknown JINGWEI_PROT']);
    try {
      readConfig({ JINGWEI_PROT: '1', JINGWEI_TEST_DATABASE: '/tmp/x' });
      expect.unreachable();
    } catch (cause) {
      expect(say((cause as RefusalError).refusals[0]!)).toContain('您是不是要 JINGWEI_PORT？');
    }
  });

  test('settings that need another', () => {
    expect(refused({ DATABASE_APP_URL: 'postgres://a:b@h/d' })).toEqual(['setting-missing DATABASE_URL']);
    expect(refused({ JINGWEI_OIDC_ISSUER: 'https://sso.example.com' })).toEqual([
      'setting-missing JINGWEI_OIDC_CLIENT_ID',
      'setting-missing JINGWEI_OIDC_CLIENT_SECRET',
      'setting-missing JINGWEI_PUBLIC_URL',
    ]);
  });

  test.each([
    ['DATABASE_URL', ['postgres://u:p@h:5432/d', 'postgresql://h/d'], ['mysql://h/d', 'postgres://h', 'h/d', 'x']],
    ['JINGWEI_PUBLIC_URL', ['https://a.gov.cn', 'http://10.1.2.3:8080'], ['a.gov.cn', 'https://a/b', 'ftp://a']],
    ['JINGWEI_TRUSTED_PROXIES', ['127.0.0.1', '10.0.0.0/8, ::1'], ['nginx', '10.0.0.0/33', '1.2.3.4/8/8']],
    ['JINGWEI_SECRET_KEY', ['0123456789abcdef0123456789abcdef'], ['short', '0123456789abcdef 0123456789abcdef']],
    ['JINGWEI_HOST', ['::1', '0.0.0.0', 'server.local'], ['http://a', '-a']],
    ['JINGWEI_MIGRATE', ['on', 'OFF', '1'], ['2', 'ja']],
  ])('%s', (name, right, wrong) => {
    for (const text of right) expect(refused({ [name]: text }), text).toEqual([]);
    for (const text of wrong) expect(refused({ [name]: text })[0], text).toMatch(/setting-wrong/);
  });
});

test('lists of addresses: networks, both families, IPv4 written as IPv6', () => {
  const isIn = addressList(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);
  expect(['10.1.2.3', '::ffff:10.1.2.3', '127.0.0.1', 'fd00::7'].filter(isIn)).toHaveLength(4);
  expect(['11.0.0.1', '127.0.0.2', '::1', 'x', ''].filter(isIn)).toEqual([]);
});

test('each variable is described for an operator', () => {
  for (const { name, meaning, example, kind, secret } of all) {
    expect(name).toMatch(/^(?:DATABASE_|JINGWEI_)[A-Z_]+$/);
    expect(meaning, name).toMatch(/。$/);
    expect(secret || kind.read(example) !== undefined, `${name} ${example}`).toBe(true);
  }
});

test('docs/configuration.md is what scripts/configuration.ts writes', () => {
  expect(readFileSync(configurationFile, 'utf8')).toBe(configurationText());
});
