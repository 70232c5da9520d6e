import type { ReadName } from './name.ts';
import { confusable } from './signs.ts';
import { tradeWords, wide, words } from './trades.ts';

export type BodyFinding = 'same' | 'typo' | 'edit' | 'short' | 'wider' | 'trade' | 'numbered' | 'other';

/** Signs that count or tell apart: where only they differ, two things are meant. */
const counts = new Set([...'0123456789一二三四五六七八九十甲乙丙丁戊己庚辛abcdefgh东南西北中上下前后左右新老大小']);

const numbers = new Set([...'0123456789一二三四五六七八九十甲乙丙丁戊己庚辛']);

/** How the own names and trades of two enterprises stand to each other. */
export function compareBodies(one: ReadName, two: ReadName): BodyFinding {
  const [a, b] = [one.body, two.body];
  if (a === b) return 'same';
  if (a.length < 2 || b.length < 2) return 'other';
  const [brandA, brandB] = [a.slice(0, one.brand), b.slice(0, two.brand)];
  const [tradeA, tradeB] = [a.slice(one.brand), b.slice(two.brand)];
  if (brandA === brandB && brandA.length >= 2) {
    if (tradeA === '' || tradeB === '') return 'short';
    return compareTrades(tradeA, tradeB);
  }
  return compareSigns(a, b);
}

function compareTrades(a: string, b: string): BodyFinding {
  const [inA, inB] = [tradeWords(a), tradeWords(b)];
  const [onlyA, onlyB] = [inA.filter((word) => !inB.includes(word)), inB.filter((word) => !inA.includes(word))];
  if (onlyA.length === 0 && onlyB.length === 0) return 'same';
  const more = [...onlyA, ...onlyB];
  if (more.some((word) => word.length === 1 && counts.has(word))) return 'numbered';
  if ((onlyA.length === 0 || onlyB.length === 0) && more.every((word) => wide.has(word) && word !== '集团'))
    return 'wider';
  const bothAreTrades = onlyA.some((word) => words.has(word)) && onlyB.some((word) => words.has(word));
  if (bothAreTrades) return 'trade';
  const found = compareSigns(a, b);
  if (found === 'edit' || found === 'typo' || found === 'numbered') return found;
  return 'trade';
}

interface Step {
  readonly kind: 'put' | 'left' | 'other' | 'swap';
  readonly a: string;
  readonly b: string;
}

/** Compares sign by sign. */
function compareSigns(a: string, b: string): BodyFinding {
  if (Math.abs(a.length - b.length) > 2) return 'other';
  const steps = stepsBetween(a, b, Math.max(a.length, b.length) >= 7 ? 2 : 1);
  if (steps === null) return 'other';
  if (
    steps.some((step) =>
      step.kind === 'other'
        ? counts.has(step.a) && counts.has(step.b)
        : numbers.has(step.a + step.b) && step.kind !== 'swap',
    )
  )
    return 'numbered';
  if (steps.every((step) => step.kind === 'swap' || (step.kind === 'other' && confusable(step.a, step.b))))
    return 'typo';
  return steps.length === 1 && Math.min(a.length, b.length) >= 3 ? 'edit' : 'other';
}

/** The changes that make `b` of `a`, at most `most`; null: more are needed. */
function stepsBetween(a: string, b: string, most: number): readonly Step[] | null {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (at === a.length && at === b.length) return [];
  if (most === 0) return null;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const [x = '', y = ''] = [restA[0], restB[0]];
  const ways: (readonly [Step, string, string])[] = [];
  if (restA.length > 1 && x === restB[1] && y === restA[1])
    ways.push([{ kind: 'swap', a: x, b: y }, restA.slice(2), restB.slice(2)]);
  if (x !== '' && y !== '') ways.push([{ kind: 'other', a: x, b: y }, restA.slice(1), restB.slice(1)]);
  if (x !== '') ways.push([{ kind: 'left', a: x, b: '' }, restA.slice(1), restB]);
  if (y !== '') ways.push([{ kind: 'put', a: '', b: y }, restA, restB.slice(1)]);
  let best: readonly Step[] | null = null;
  for (const [step, nextA, nextB] of ways) {
    const more = stepsBetween(nextA, nextB, most - 1);
    if (more !== null && (best === null || more.length + 1 < best.length)) best = [step, ...more];
  }
  return best;
}
