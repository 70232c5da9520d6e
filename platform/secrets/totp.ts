import { createHmac, randomBytes } from 'node:crypto';
import { base32 } from './base32.ts';

/** 160 bits, as RFC 4226 recommends for HMAC-SHA-1. */
const secretBytes = 20;

/** A new secret for an authenticator. */
export const totpSecret = (): Uint8Array => randomBytes(secretBytes);

/**
 * The code of one time step (RFC 6238, HMAC-SHA-1, which is all that common authenticators know): `step` counts 30-second
 * steps since 1970. Six digits unless more are asked for.
 */
export function totpCode(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac[mac.length - 1]! & 15;
  const value = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

/** The address that an authenticator reads from the QR code. */
export function totpUri(secret: Uint8Array, issuer: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}
