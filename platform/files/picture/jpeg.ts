import { type Orientation, orientationOf, orientationOnly } from './exif.ts';

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;
const application = 0xe0;
const comment = 0xfe;

/**
 * A JPEG with what its picture needs, and how it is to be turned: frames, tables, colour profile. Cameras' and programs' data,
 * remarks, and whatever follows the picture (small previews, films) are gone. null: it is no whole JPEG.
 */
export function bareJpeg(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [];
  let orientation: Orientation = 1;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === end) break;
    if (at + 4 > bytes.length) return null;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (next < at + 4 || next > bytes.length) return null;
    const segment = bytes.subarray(at, next);
    if (isExif(segment)) orientation = orientationOf(segment.subarray(10));
    else if (isNeeded(marker, segment)) kept.push(segment);
    at = next;
    if (marker !== scan) continue;
    const after = endOfScan(bytes, at);
    if (after === null) return null;
    kept.push(bytes.subarray(at, after));
    at = after;
  }
  const head = orientation === 1 ? [] : [exifSegment(orientation)];
  return Buffer.concat([Buffer.from([0xff, start]), ...head, ...kept, Buffer.from([0xff, end])]);
}

const isExif = (segment: Buffer): boolean =>
  segment[1] === application + 1 && segment.toString('latin1', 4, 10) === 'Exif\0\0';

/** JFIF, the colour profile and Adobe's word about colours are needed to show it; no other data of programs is. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === comment) return false;
  if (marker < application || marker > application + 15) return true;
  const says = (words: string): boolean => segment.toString('latin1', 4, 4 + words.length) === words;
  if (marker === application) return says('JFIF\0');
  if (marker === application + 2) return says('ICC_PROFILE\0');
  return marker === application + 14 && says('Adobe');
}

/** Where the picture's own data end: at a marker that is neither a filled byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return null;
}

function exifSegment(orientation: Orientation): Buffer {
  const tiff = orientationOnly(orientation);
  const head = Buffer.from([0xff, application + 1, 0, 0, ...Buffer.from('Exif\0\0', 'latin1')]);
  head.writeUInt16BE(head.length - 2 + tiff.length, 2);
  return Buffer.concat([head, tiff]);
}
