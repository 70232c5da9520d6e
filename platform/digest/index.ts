import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes in lower-case hex: the fingerprint of an upload. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SM3 (GB/T 32905) of a text in UTF-8, written `sm3:<hex>`: the fingerprint of an edition. */
export const sm3 = (text: string): string => `sm3:${createHash('sm3').update(text, 'utf8').digest('hex')}`;
