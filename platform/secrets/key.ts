import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '../../src/kernel/index.ts';

/** Seals small secrets so that the database alone, or a backup of it, does not tell them. */
export interface SecretKey {
  /** AES-256-GCM. What was sealed for one purpose does not open for another. */
  readonly seal: (purpose: string, text: string) => string;
  /** The text, or null when it was not sealed by this key for this purpose, or was changed. */
  readonly open: (purpose: string, sealed: string) => string | null;
  /** A fingerprint that cannot be found again by trying, for words that shall not be kept themselves. */
  readonly fingerprint: (purpose: string, text: string) => string;
}

/**
 * The key of this installation: from JINGWEI_SECRET_KEY, or made at the first start and kept in the data folder, readable
 * by its owner only. Refuses (`secret-key-unreadable`) a key file that cannot be read, instead of making a new one, with
 * which nothing would open any more.
 */
export function openSecretKey(given: string | null, dataDir: string): SecretKey {
  return keyOf(given ?? keptKey(dataDir));
}

function keyOf(main: string): SecretKey {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', main, 'jingwei', `jingwei ${purpose}`, 32));
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derived(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (purpose, sealed) => {
      if (!sealed.startsWith('v1.')) return null;
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      if (bytes.length < 28) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', derived(purpose), bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    fingerprint: (purpose, text) => createHmac('sha256', derived(purpose)).update(text).digest('base64url'),
  };
}

function keptKey(dataDir: string): string {
  const file = join(dataDir, 'secret.key');
  return readKept(file) ?? makeKey(file, dataDir);
}

function readKept(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new RefusalError({ code: 'secret-key-unreadable', field: 'JINGWEI_SECRET_KEY', given: file });
  }
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new RefusalError({ code: 'secret-key-unreadable', field: 'JINGWEI_SECRET_KEY', given: file });
  return text;
}

/** Two processes may start at once: the first one's key counts for both, and no reader ever sees half of it. */
function makeKey(file: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const unfinished = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(unfinished, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(unfinished, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readKept(file) ?? '';
}
