import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { plausibility } from './plausibility.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How much of the file is looked at to tell its encoding. */
const SAMPLE_BYTES = 64 * 1024;
/** Below this share of ordinary characters no decoding is believed. */
const BELIEVABLE = 0.6;

/**
 * Decodes a text file exactly: the byte order mark stays as U+FEFF, line ends stay as they are, so that offsets agree
 * with those of any program that decodes the file plainly. Refuses what is not text (`not-text`) and UTF-16 that breaks
 * off inside a character (`truncated`), and what must be longer than `mostCharacters` (`too-long`).
 */
export function decodeText(
  bytes: Uint8Array,
  mostCharacters: number = limits.textLength,
): { text: string; encoding: Encoding } {
  // A character takes at most four bytes: what cannot be short enough is not decoded.
  if (bytes.length > mostCharacters * 4) refuseFile('too-long', Math.ceil(bytes.length / 4), mostCharacters);
  const encoding = detectEncoding(bytes);
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) refuseFile('truncated', 'utf-16');
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  refuseGarbage(text);
  return { text, encoding };
}

/** Tells the encoding from the byte order mark, else from what reads best as Chinese. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) refuseFile('not-text', 'utf-32');
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  // Control characters in valid UTF-8 mean UTF-16 that happens to be valid, or no text at all.
  if (isUtf8(bytes) && !hasControls(bytes.subarray(0, SAMPLE_BYTES))) return 'utf-8';
  return readsBest(bytes);
}

function readsBest(bytes: Uint8Array): Encoding {
  const sample = sampleOf(bytes);
  const candidates: Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
  let best: { encoding: Encoding; score: number } | null = null;
  for (const encoding of candidates) {
    const score = plausibility(new TextDecoder(encoding, { ignoreBOM: true }).decode(sample));
    if (best === null || score > best.score) best = { encoding, score };
  }
  if (best === null || best.score < BELIEVABLE) return refuseFile('not-text');
  return best.encoding;
}

/** A stretch from the first byte that is not ASCII, at an even place: plain ASCII before it tells nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  const start = Math.max(0, firstHigh) & ~1;
  return bytes.subarray(start, start + (Math.min(bytes.length - start, SAMPLE_BYTES) & ~1));
}

/** Refuses NUL anywhere, and more replacement or control characters than a slip of the pen explains. */
function refuseGarbage(text: string): void {
  let replaced = 0;
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) refuseFile('not-text');
    if (code === 0xfffd) replaced += 1;
    else if (code < 0x20 && (code < 0x09 || code > 0x0d)) controls += 1;
  }
  if (replaced > Math.max(20, text.length / 100)) refuseFile('not-text');
  if (controls > Math.max(8, text.length / 200)) refuseFile('not-text');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const hasControls = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c);

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte);
