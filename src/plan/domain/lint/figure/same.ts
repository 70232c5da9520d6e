import type { Figure } from './figure.ts';
import { isVague } from './metric.ts';

/** May two figures be held against each other at all: one thing, one place and chain, one way of measuring? */
export function sameThing(a: Figure, b: Figure): boolean {
  return a.metric === b.metric && !isVague(a.metric) && a.subject === b.subject && a.item.mode === b.item.mode;
}

/** Years must be named and equal; yearly duties without a year are compared among themselves. */
export const sameYear = (a: Figure, b: Figure): boolean =>
  a.item.year === b.item.year && (a.item.year !== null || a.item.mode === 'annual');

/** A figure that only describes a part (“其中4个项目…”) is not the figure of the whole. */
export const isPart = (figure: Figure): boolean => /其中[^，；。]{0,20}$|其中[，：]?[^。；]*$/.test(figure.before);

/** The two promises cannot be one: the values differ, or one may be reached without the other. */
export function differ(a: Figure, b: Figure): boolean {
  if (a.value2 !== null || b.value2 !== null) return a.value !== b.value || a.value2 !== b.value2;
  return Math.abs(a.value - b.value) > Math.min(a.half, b.half) * 1.0001 && a.value !== b.value;
}

/** 达到300家 and 250家以上 contradict nothing: what is above one bound also satisfies the other. */
export function compatible(a: Figure, b: Figure): boolean {
  const floor = (f: Figure): boolean => f.item.op === '>=' || f.item.op === '>';
  const ceiling = (f: Figure): boolean => f.item.op === '<=' || f.item.op === '<';
  if (a.item.op === 'range' || b.item.op === 'range') {
    const [range, other] = a.item.op === 'range' ? [a, b] : [b, a];
    return other.item.op === '=' && other.value >= range.value && other.value <= (range.value2 ?? range.value);
  }
  if (floor(a) && !floor(b)) return b.value >= a.value;
  if (floor(b) && !floor(a)) return a.value >= b.value;
  if (ceiling(a) && !ceiling(b)) return b.value <= a.value;
  if (ceiling(b) && !ceiling(a)) return a.value <= b.value;
  if (a.item.op === '~' || b.item.op === '~') return Math.abs(a.value - b.value) <= 0.05 * Math.max(a.value, b.value);
  return false;
}
