import { createHmac } from 'node:crypto';

/** HMAC (RFC 2104) with SM3 (GB/T 32905) or SHA-256. */
export type HookAlgorithm = 'hmac-sm3' | 'hmac-sha256';
const digests: Readonly<Record<HookAlgorithm, string>> = { 'hmac-sm3': 'sm3', 'hmac-sha256': 'sha256' };

/** What proves to the receiver that a call is ours and how old: over `<time>.<body>`, as `hmac-sm3=<hex>`. */
export const signatureFor = (algorithm: HookAlgorithm, secret: string, at: string, body: string): string =>
  `${algorithm}=${createHmac(digests[algorithm], secret).update(`${at}.${body}`, 'utf8').digest('hex')}`;
