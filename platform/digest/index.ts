import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes in lower-case hex: the fingerprint of an upload. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SM3 (GB/T 32905) of bytes or of a text in UTF-8, written `sm3:<hex>`: the fingerprint of an edition or a file. */
export const sm3 = (content: string | Uint8Array): string => `sm3:${createHash('sm3').update(content).digest('hex')}`;
