import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as secrets from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingwei-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('passwords', () => {
  test('a hash fits its password, however it was composed, and no other', async () => {
    const hash = await secrets.hashPassword('Ångström-临江-2025');
    expect(await secrets.verifyPassword(hash, 'Ångström-临江-2025')).toBe(true);
    expect(await secrets.verifyPassword(hash, 'Ångström-临江-2026')).toBe(false);
    expect(await secrets.verifyPassword('no hash', 'x')).toBe(false);
  });
  test('costs are those of today, and a hash of other costs is known', async () => {
    const hash = await secrets.hashPassword('x');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(secrets.isCurrentHash(hash)).toBe(true);
    expect(secrets.isCurrentHash(hash.replace('t=2', 't=1'))).toBe(false);
  });
  test('nobody has a password to be checked all the same', async () => {
    await expect(secrets.spendHashingTime('x')).resolves.toBeUndefined();
  });
});

describe('tokens', () => {
  test('256 bits, never the same, kept as SM3', () => {
    const [one, other] = [secrets.newToken(), secrets.newToken()];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toBe(other);
    expect(secrets.tokenHash(one)).toMatch(/^sm3:[0-9a-f]{64}$/);
  });
  test('texts are compared whole', () => {
    expect([secrets.sameText('ab', 'ab'), secrets.sameText('ab', 'ac'), secrets.sameText('ab', 'abc')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('recovery codes and passwords made for people', () => {
    expect(secrets.newRecoveryCode()).toMatch(/^[0-9a-z]{5}(-[0-9a-z]{5}){2}$/);
    expect(secrets.randomPassword()).toMatch(/^[A-Z][a-z]{4}-[A-Z][a-z]{4}-[2-9]{4}[a-z]{2}$/);
  });
});

describe('the key of the installation', () => {
  test('what it seals opens again, for the same purpose only, and not when changed', () => {
    const key = secrets.openSecretKey('x'.repeat(32), folder);
    const sealed = key.seal('totp', '秘密');
    expect(sealed).not.toContain('秘密');
    expect(key.seal('totp', '秘密')).not.toBe(sealed);
    expect(key.open('totp', sealed)).toBe('秘密');
    expect(key.open('other', sealed)).toBeNull();
    expect(key.open('totp', `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(key.open('totp', 'v1.AAAA')).toBeNull();
    expect(secrets.openSecretKey('y'.repeat(32), folder).open('totp', sealed)).toBeNull();
  });
  test('without one given it is made once and kept for its owner only', () => {
    const sealed = secrets.openSecretKey(null, folder).seal('totp', 'a');
    expect(secrets.openSecretKey(null, folder).open('totp', sealed)).toBe('a');
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
  });
  test('a spoilt key file is refused, not replaced', () => {
    writeFileSync(join(folder, 'secret.key'), 'spoilt');
    expect(() => secrets.openSecretKey(null, folder)).toThrow('secret-key-unreadable');
  });
  test('a fingerprint is the same each time and differs by purpose', () => {
    const key = secrets.openSecretKey('x'.repeat(32), folder);
    expect(key.fingerprint('login', 'zhang')).toBe(key.fingerprint('login', 'zhang'));
    expect(key.fingerprint('login', 'zhang')).not.toBe(key.fingerprint('address', 'zhang'));
  });
});

describe('one-time codes', () => {
  /** RFC 6238, appendix B, SHA-1 with eight digits. */
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i seconds: %s', (seconds, code) => {
    const secret = Buffer.from('12345678901234567890');
    expect(secrets.totpCode(secret, Math.floor(seconds / 30), 8)).toBe(code);
    expect(secrets.totpCode(secret, Math.floor(seconds / 30))).toBe(code.slice(2));
  });
  /** RFC 4648, section 10. */
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base 32 of "%s"', (text, encoded) => {
    expect(secrets.base32(Buffer.from(text))).toBe(encoded);
    expect(Buffer.from(secrets.fromBase32(encoded)).toString()).toBe(text);
  });
  test('what the QR code says', () => {
    const uri = secrets.totpUri(Buffer.from('12345678901234567890'), '经纬', 'liuke');
    expect(uri).toContain('otpauth://totp/%E7%BB%8F%E7%BA%AC:liuke?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=');
  });
});
