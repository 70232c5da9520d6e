import { expect, test } from 'vitest';
import { attemptsFor, jpegName } from './photo-size.ts';

test('a large picture is made smaller, its sides in proportion', () => {
  const attempts = attemptsFor(4000, 3000);
  expect(attempts[0]).toEqual({ width: 2048, height: 1536, quality: 0.85 });
  expect(attempts[1]).toEqual({ width: 2048, height: 1536, quality: 0.7 });
  expect(attempts.at(-1)).toEqual({ width: 640, height: 480, quality: 0.7 });
  for (const { width, height } of attempts) expect(width / height).toBeCloseTo(4 / 3, 2);
});

test('a small picture is never made larger', () => {
  expect(attemptsFor(800, 600)[0]).toEqual({ width: 800, height: 600, quality: 0.85 });
  expect(attemptsFor(3, 300).every(({ width, height }) => width <= 3 && height <= 300)).toBe(true);
  expect(attemptsFor(1, 1)).toHaveLength(2);
});

test('a strip keeps a side of at least a pixel, and nothing stays nothing', () => {
  expect(attemptsFor(20_000, 2).every(({ height }) => height >= 1)).toBe(true);
  expect(attemptsFor(0, 0)).toEqual([]);
});

test('each attempt is smaller or coarser than the one before', () => {
  const weights = attemptsFor(5000, 2500).map(({ width, height, quality }) => width * height * quality);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

test('the name says what the file is', () => {
  expect([jpegName('IMG_1.HEIC'), jpegName('现场'), jpegName('.png'), jpegName('a.b.c')]).toEqual([
    ...['IMG_1.jpg', '现场.jpg', '照片.jpg', 'a.b.jpg'],
  ]);
});
