import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;

/**
 * Looks over an RTF file before LibreOffice gets it: refuses one that ends inside a group (`truncated`) and one whose
 * groups are nested beyond all sense (`too-deep`) or that has too much of anything. One pass over the bytes; binary stretches (`\binN`) are stepped over.
 */
export function checkRtf(bytes: Uint8Array): void {
  let depth = 0;
  let elements = 0;
  let paragraphs = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH || byte === OPEN) elements += 1;
    if (elements > limits.officeElements) refuseFile('too-many-elements', elements, limits.officeElements);
    if (byte === BACKSLASH) {
      if (isParagraph(bytes, at)) paragraphs += 1;
      if (paragraphs > limits.officeParagraphs) refuseFile('too-many-lines', paragraphs, limits.officeParagraphs);
      at += binaryLength(bytes, at) + 1;
    } else if (byte === OPEN) {
      depth += 1;
      if (depth > limits.depth) refuseFile('too-deep', depth, limits.depth);
    } else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return;
    }
  }
  refuseFile('truncated');
}

/** `\par` and nothing longer, such as `\pard`. */
const isParagraph = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === 0x70 && bytes[at + 2] === 0x61 && bytes[at + 3] === 0x72 && !isLetter(bytes[at + 4] ?? 0);

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Bytes of the binary stretch that a control word announces, its own letters included; 0 for any other word. */
function binaryLength(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x69 || bytes[at + 3] !== 0x6e) return 0;
  const digits = /^\d{1,9}/.exec(String.fromCharCode(...bytes.subarray(at + 4, at + 13)))?.[0] ?? '';
  return digits === '' ? 0 : 3 + digits.length + Number(digits);
}
