import { orientationOf, orientationOnly } from './exif.ts';

const needed: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the head that say that such data follow. */
const exifFollows = 0x08;
const xmpFollows = 0x04;

/** A WebP with what its picture needs, and how it is to be turned; nothing that follows it. null: it is no whole WebP. */
export function bareWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < 20) return null;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  const kept: Buffer[] = [];
  let turned: Buffer | null = null;
  let at = 12;
  while (at + 8 <= whole) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    // The last may lack the byte that makes it even.
    if (at + 8 + size > whole) return null;
    const type = bytes.toString('latin1', at, at + 4);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (needed.has(type)) kept.push(chunk(type, data));
    if (type === 'EXIF') turned = turnedOf(data);
    at = next;
  }
  const head = kept[0];
  if (head === undefined) return null;
  const isExtended = head.toString('latin1', 0, 4) === 'VP8X' && head.length > 8;
  if (isExtended) head[8] = ((head[8] ?? 0) & ~(exifFollows | xmpFollows)) | (turned === null ? 0 : exifFollows);
  const all = turned === null || !isExtended ? kept : [...kept, chunk('EXIF', turned)];
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...all]);
  const riff = Buffer.from('RIFF\0\0\0\0', 'latin1');
  riff.writeUInt32LE(body.length, 4);
  return Buffer.concat([riff, body]);
}

function turnedOf(data: Buffer): Buffer | null {
  const begins = data.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const orientation = orientationOf(data.subarray(begins));
  return orientation === 1 ? null : orientationOnly(orientation);
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(8 + data.length + (data.length % 2));
  whole.write(type, 0, 'latin1');
  whole.writeUInt32LE(data.length, 4);
  data.copy(whole, 8);
  return whole;
}
