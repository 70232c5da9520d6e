import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutKeys } from './keys.ts';
import { cut, labelStep, textWidth, wrap } from './text.ts';

const words = fc.string({ unit: fc.constantFrom('临', '江', '区', 'A', 'm', '1', '.', '（', '𠮷', ' ') });

test('Chinese is as wide as it is high, the rest narrower', () => {
  expect(textWidth('临江', 10)).toBeCloseTo(20.4);
  expect(textWidth('𠮷', 10)).toBeCloseTo(10.2);
  expect(textWidth('12.5', 10)).toBeLessThan(textWidth('临江区', 10));
});

test('what is cut fits, is a beginning, and is cut only when it must be', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 200 }), (text, room) => {
      const short = cut(text, room, 13);
      expect(textWidth(short, 13)).toBeLessThanOrEqual(room);
      expect(text.startsWith(short.replace(/…$/u, ''))).toBe(true);
      expect(short === text).toBe(textWidth(text, 13) <= room);
    }),
  );
});

test('labels that are written do not touch', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.integer({ min: 1, max: 90 }), (labels, slot) => {
      const every = labelStep(labels, slot, 12);
      const written = labels.filter((_, at) => at % every === 0);
      for (const [at, label] of written.slice(1).entries())
        expect(textWidth(label, 12) / 2 + textWidth(written[at] ?? '', 12) / 2).toBeLessThan(every * slot);
    }),
  );
  expect(labelStep(['一', '二'], 0, 12)).toBe(2);
});

test('wrapped lines are the text, each within the room', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 14, max: 200 }), (text, room) => {
      const lines = wrap(text, room, 13);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
    }),
  );
});

test('keys stand within the width and not on each other', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.integer({ min: 60, max: 900 }), (names, width) => {
      const { keys, height } = layoutKeys(names, width);
      expect(keys).toHaveLength(names.length);
      for (const [at, key] of keys.entries()) {
        const right = key.x + 26 + textWidth(key.name, 13);
        expect(right).toBeLessThanOrEqual(width);
        expect(key.y).toBeLessThan(height);
        const next = keys[at + 1];
        if (next !== undefined && next.y === key.y) expect(next.x).toBeGreaterThan(right);
      }
    }),
  );
});
