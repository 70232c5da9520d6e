import { crc32 } from 'node:zlib';
import { orientationOf, orientationOnly } from './exif.ts';

/** What a PNG needs to be shown as it is, moving ones too; every other chunk is somebody's remark. */
const needed: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'sPLT'],
]);
const signature = 8;

/** A PNG with what its picture needs, and how it is to be turned; nothing that follows it. null: it is no whole PNG. */
export function barePng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, signature)];
  let at = signature;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (next > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (needed.has(type)) kept.push(bytes.subarray(at, next));
    if (type === 'eXIf') {
      const orientation = orientationOf(bytes.subarray(at + 8, next - 4));
      if (orientation !== 1) kept.push(chunk('eXIf', orientationOnly(orientation)));
    }
    if (type === 'IEND') return Buffer.concat(kept);
    at = next;
  }
  return null;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(8 + body.length);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), 4 + body.length);
  return whole;
}
