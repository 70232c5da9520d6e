import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** docs/security.md speaks of every requirement of ASVS 5.0 of levels 1 and 2 once, and says of each how it stands. */
const page = readFileSync(join(import.meta.dirname, '../docs/security.md'), 'utf8');
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 6 && !/^[-编控]/u.test(cells[1] ?? ''))
  .map(([, number = '', meaning = '', state = '', where = '']) => ({ number, meaning, state, where }));
const requirements = rows.filter(({ number }) => /^\d/u.test(number));

/** Numbers of the requirements of levels 1 and 2, by section: how many. V17 is told in one sentence. */
const levels12: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 11, '6.3': 3, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
};

test('every requirement stands there once', () => {
  const expected = Object.entries(levels12).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(requirements.flatMap(({ number }) => expanded(number))).toEqual(expected);
});

test('each says how it stands; what is met or partly met says where or by what', () => {
  expect(rows.filter(({ state }) => !/^[✓△✗○—]$/u.test(state))).toEqual([]);
  expect(rows.filter(({ state, where }) => /[△✗]/u.test(state) && where === '')).toEqual([]);
  const met = requirements.filter(({ state }) => state === '✓');
  expect(met.filter(({ where }) => /`(?:src|platform|tests|apps|deploy|packs)\//u.test(where)).length).toBeGreaterThan(
    met.length * 0.6,
  );
});

/** `1.2.6–1.2.8` → 1.2.6, 1.2.7, 1.2.8. */
function expanded(numbers: string): string[] {
  const [first = '', last = first] = numbers.split('–');
  const [section, from, to] = [first.replace(/\.\d+$/u, ''), lastPart(first), lastPart(last)];
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}`);
}

const lastPart = (number: string): number => Number(/\d+$/u.exec(number)?.[0]);
