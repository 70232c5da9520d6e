import { describe, expect, test } from 'vitest';
import { evaluate, ownGold, readFloors } from './evaluate.ts';
import { f1 } from './score/index.ts';

const floors = readFloors();
const evaluation = await evaluate(ownGold.gold, [ownGold.documents]);

describe('extraction on our own annotated documents', () => {
  test('every gold file has its document, and there are enough of them', () => {
    expect(evaluation.absent).toEqual([]);
    expect(evaluation.files.length).toBeGreaterThan(20);
  });

  test('every part of the report has a floor', () => {
    expect(evaluation.parts.map((part) => part.name).sort()).toEqual(Object.keys(floors).sort());
  });

  test.each(Object.entries(floors))('%s: F1 at least %d', (name, floor) => {
    const part = evaluation.parts.find((each) => each.name === name);
    expect(part?.wanted).toBeGreaterThan(0);
    expect(part === undefined ? 0 : f1(part), part?.faults.join('\n')).toBeGreaterThanOrEqual(floor);
  });
});
