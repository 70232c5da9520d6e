import { expect, test } from 'vitest';
import { pictureOf } from './picture.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : [...part])),
  );
const pad = (length: number): number[] => Array.from({ length }, () => 0);
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 2, 0, 0, 0, 1, 0], pad(12));
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 11, 8, 1, 0, 2, 0, 1], pad(12));

test('a PNG, a JPEG behind other segments, and three kinds of WebP', () => {
  expect(pictureOf(png)).toEqual({ type: 'image/png', width: 512, height: 256 });
  expect(pictureOf(jpeg)).toEqual({ type: 'image/jpeg', width: 512, height: 256 });
  const webp = (kind: string, ...rest: number[]) => bytes('RIFF', pad(4), 'WEBP', kind, rest, pad(20));
  expect(pictureOf(webp('VP8 ', ...pad(10), 0, 2, 0, 1))).toEqual({ type: 'image/webp', width: 512, height: 256 });
  expect(pictureOf(webp('VP8X', ...pad(8), 0xff, 1, 0, 0xff, 0, 0))).toEqual({
    type: 'image/webp',
    width: 512,
    height: 256,
  });
});

test.each([
  ['nothing', bytes()],
  ['a page', bytes('<html><script>alert(1)</script></html>', pad(40))],
  ['a picture of lines', bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>', pad(40))],
  ['a GIF', bytes('GIF89a', pad(40))],
  ['a PNG without size', bytes([...png].slice(0, 16), pad(40))],
  ['a PNG that ends at once', png.slice(0, 20)],
  ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xda, 0, 4], pad(40))],
  ['a JPEG whose segment has no length', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0], pad(40))],
  ['a JPEG that goes on beyond its end', bytes([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff], pad(40))],
  ['a program', bytes('MZ', pad(60))],
])('%s is no photograph', (_what, given) => {
  expect(pictureOf(given)).toBeNull();
});
