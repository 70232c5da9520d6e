import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { RefusalError } from '../../../src/kernel/index.ts';
import { ByteReader } from './byte-reader.ts';

/** A sealed backup begins with this line, then the salt, then frames. */
const mark = Buffer.from('JINGWEI-SEALED-1\n');
const saltBytes = 16;
const frameBytes = 1024 * 1024;
const tagBytes = 16;
const cost: ScryptOptions = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

/**
 * Encrypts a stream with a passphrase: scrypt makes the key from it and a fresh salt, AES-256-GCM closes one frame of a
 * mebibyte after another. The number of a frame and whether it is the last are part of its nonce, so that none can be
 * left out, moved or cut off unnoticed (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
export async function* seal(bytes: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const key = await keyOf(passphrase, salt);
  yield Buffer.concat([mark, salt]);
  const reader = new ByteReader(bytes);
  let next = await reader.upTo(frameBytes);
  for (let number = 0; ; number += 1) {
    const frame = next;
    next = await reader.upTo(frameBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, next.length === 0));
    yield Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
    if (next.length === 0) return;
  }
}

/**
 * Opens what may be sealed; other streams pass unchanged. Refuses a sealed one without its passphrase
 * (`backup-sealed`), with a wrong one (`backup-passphrase-wrong`), and one that was changed or cut (`backup-changed`).
 */
export async function* unseal(bytes: AsyncIterable<Buffer>, passphrase: string | null): AsyncGenerator<Buffer> {
  const reader = new ByteReader(bytes);
  const begin = await reader.upTo(mark.length);
  if (!begin.equals(mark)) {
    for (let chunk = begin; chunk.length > 0; chunk = await reader.upTo(frameBytes)) yield chunk;
    return;
  }
  if (passphrase === null) throw new RefusalError({ code: 'backup-sealed', field: 'JINGWEI_BACKUP_PASSPHRASE' });
  const key = await keyOf(passphrase, await reader.exactly(saltBytes));
  let next = await reader.upTo(frameBytes + tagBytes);
  for (let number = 0; ; number += 1) {
    const frame = next;
    next = await reader.upTo(frameBytes + tagBytes);
    yield open(key, frame, number, next.length === 0);
    if (next.length === 0) return;
  }
}

function open(key: Buffer, frame: Buffer, number: number, last: boolean): Buffer {
  if (frame.length < tagBytes) throw new RefusalError({ code: 'backup-truncated' });
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last), { authTagLength: tagBytes });
  decipher.setAuthTag(frame.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(frame.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw new RefusalError({ code: number === 0 ? 'backup-passphrase-wrong' : 'backup-changed' });
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
