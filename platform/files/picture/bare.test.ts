import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { RefusalError } from '../../../src/kernel/index.ts';
import { barePicture } from './bare.ts';
import { type Orientation, orientationOf, orientationOnly } from './exif.ts';

const of = (base64: string): Buffer => Buffer.from(base64, 'base64');
/** Pictures of eight by four points, as a program wrote them without any data of a camera. */
const jpeg = of(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAxRS/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAbEQABBAMAAAAAAAAAAAAAAAABAAMUkQRSU//aAAwDAQACEQMRAD8Aibk2gFhEx+YoJMp/c2V//9k=',
);
const png = of(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAEAgMAAADOo5ZjAAAADFBMVEX/AACqAFVVAKoAAP9QAAc5AAAAFElEQVQI12NgYGAIDWVYtYrh/38ADf4D/aokDf4AAAAASUVORK5CYII=',
);
const lossy = of(
  'UklGRlQAAABXRUJQVlA4IEgAAABwAwCdASoIAAQAAgA0JagCdGuA/gGEAfwD2/7sA/QAGBrNsAAA/vneRWKf/+oYInZ3//y2zOa5f/9xn/v2/lRBeDPvV53dgAA=',
);

const secret = '28.1936N 112.9822E 张三的手机';

/** What a camera writes: how to turn it, and a directory of its place; in either order of bytes. */
function exif(orientation: Orientation, little: boolean): Buffer {
  const tiff = Buffer.alloc(38);
  const u16 = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const u32 = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  for (const [at, tag, type, value] of [
    [10, 0x0112, 3, orientation],
    [22, 0x8825, 4, 38],
  ] as const) {
    u16(tag, at);
    u16(type, at + 2);
    u32(1, at + 4);
    if (type === 3) u16(value, at + 8);
    else u32(value, at + 8);
  }
  return Buffer.concat([tiff, Buffer.from(secret)]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
const webpChunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), size, data, Buffer.alloc(data.length % 2)]);
};
const riff = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), size, body]);
};

const withExif = (orientation: Orientation, little: boolean): Readonly<Record<string, Buffer>> => {
  const data = exif(orientation, little);
  const marked = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), data]);
  return {
    'image/jpeg': Buffer.concat([
      jpeg.subarray(0, 20),
      segment(0xe1, marked),
      segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}`)),
      segment(0xed, Buffer.from(`Photoshop 3.0\0${secret}`)),
      segment(0xe2, Buffer.from(`MPF\0${secret}`)),
      segment(0xfe, Buffer.from(secret)),
      jpeg.subarray(20),
      Buffer.from(`film after the picture ${secret}`),
    ]),
    'image/png': Buffer.concat([
      png.subarray(0, 33),
      pngChunk('eXIf', data),
      pngChunk('tEXt', Buffer.from(`Comment\0${secret}`)),
      pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0${secret}`)),
      png.subarray(33),
      Buffer.from(secret),
    ]),
    'image/webp': Buffer.concat([
      riff(
        webpChunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 7, 0, 0, 3, 0, 0])),
        lossy.subarray(12),
        webpChunk('EXIF', data),
        webpChunk('XMP ', Buffer.from(secret)),
      ),
      Buffer.from(secret),
    ]),
  };
};

/** How it says that it is to be turned, wherever it says so. */
function turned(bytes: Buffer): Orientation {
  const begins = ['Exif\0\0', 'eXIf', 'EXIF'].flatMap((mark) => {
    const at = bytes.indexOf(mark, 0, 'latin1');
    return at < 0 ? [] : [at + mark.length + (mark === 'EXIF' ? 4 : 0)];
  });
  return begins[0] === undefined ? 1 : orientationOf(bytes.subarray(begins[0]));
}

const kinds = ['image/jpeg', 'image/png', 'image/webp'] as const;
const plain = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': lossy } as const;

test.each(kinds)('%s without data of a camera stays byte for byte', (kind) => {
  expect(barePicture('照片', kind, plain[kind]).equals(plain[kind])).toBe(true);
});

test.each(
  kinds.flatMap((kind) =>
    ([1, 3, 6, 8] as const).flatMap((orientation) => [true, false].map((little) => ({ kind, orientation, little }))),
  ),
)('$kind: where and by whom is gone, it is turned as before ($orientation, $little)', (given) => {
  const { kind, orientation, little } = given;
  const full = withExif(orientation, little)[kind] ?? Buffer.alloc(0);
  expect(full.includes(secret)).toBe(true);
  const bare = barePicture('照片', kind, full);
  for (const word of [secret, '张三', '28.1936', 'xmpmeta', 'Photoshop', 'MPF'])
    expect(bare.includes(word)).toBe(false);
  expect(turned(bare)).toBe(orientation);
  // Stripped once more it is the same: nothing of it is taken for something else.
  expect(barePicture('照片', kind, bare).equals(bare)).toBe(true);
  const picture = { 'image/jpeg': jpeg.subarray(20), 'image/png': png.subarray(33), 'image/webp': lossy.subarray(12) };
  expect(bare.includes(picture[kind])).toBe(true);
});

test('the colour profile of a photograph is part of its picture', () => {
  const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours'));
  const full = Buffer.concat([jpeg.subarray(0, 20), profile, jpeg.subarray(20)]);
  expect(barePicture('照片', 'image/jpeg', full).equals(full)).toBe(true);
});

test.each(kinds)('%s that ends too soon is refused wherever it ends', (kind) => {
  const full = withExif(6, true)[kind] ?? Buffer.alloc(0);
  const whole = barePicture('照片', kind, full).length;
  for (let length = 24; length < Math.min(whole, 400); length += 7)
    expect(() => barePicture('照片', kind, full.subarray(0, length))).toThrow(RefusalError);
});

test('hostile sizes end in a refusal, not in a fault', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (const kind of kinds)
    for (let no = 0; no < 500; no += 1) {
      const bytes = Buffer.from(withExif(6, no % 2 === 0)[kind] ?? Buffer.alloc(0));
      for (let change = 0; change < 4; change += 1)
        bytes[12 + Math.floor(random() * (bytes.length - 12))] = Math.floor(random() * 256);
      try {
        barePicture('照片', kind, bytes);
      } catch (cause) {
        expect(cause).toBeInstanceOf(RefusalError);
      }
    }
});

test('camera data that lead nowhere say nothing', () => {
  expect(orientationOf(Buffer.from('II*\0\xff\xff\xff\xff1234567', 'latin1'))).toBe(1);
  expect(orientationOf(Buffer.alloc(3))).toBe(1);
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const)
    expect(orientationOf(orientationOnly(orientation))).toBe(orientation);
});
