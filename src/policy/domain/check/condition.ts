import type { Formula } from '../language/model.ts';
import { wordsOf } from '../sentence/words.ts';
import type { ConditionSource } from '../source.ts';
import type { Clerk, Path } from './clerk.ts';
import type { Check } from './compiled.ts';
import { conditionOf, meaningOf } from './formula.ts';
import { plain, sameUnit, unitText } from './units.ts';

/** A condition of a pack with its words; null when something in it has no meaning, which the clerk has noted. */
export function checkOf(source: ConditionSource, path: Path, clerk: Clerk): Check | null {
  if (typeof source === 'string') {
    const read = clerk.condition(source, path);
    return read === null ? null : formulaCheck(read.formula, clerk);
  }
  if ('all' in source) return joined('all', source.all, [...path, 'all'], clerk);
  if ('any' in source) return joined('any', source.any, [...path, 'any'], clerk);
  if ('not' in source) {
    const inner = checkOf(source.not, [...path, 'not'], clerk);
    return inner === null ? null : negated(inner);
  }
  return 'first-over' in source
    ? firstOver(source['first-over'], [...path, 'first-over'], clerk)
    : stillHeld(source['still-held'], [...path, 'still-held'], clerk);
}

/** All of some conditions; one alone stands for itself. */
export function allOf(checks: readonly Check[]): Check {
  const [only] = checks;
  if (only !== undefined && checks.length === 1) return only;
  return {
    words: checks.map(({ words }) => words).join('；'),
    condition: checks.length === 0 ? { op: 'always', value: true } : { op: 'all', of: checks.map((c) => c.condition) },
    parts: checks,
    kind: 'all',
    sides: null,
  };
}

export function anyOf(checks: readonly Check[]): Check {
  return {
    words: checks.map(({ words }) => words).join('，或者'),
    condition: { op: 'any', of: checks.map((c) => c.condition) },
    parts: checks,
    kind: 'any',
    sides: null,
  };
}

function joined(kind: 'all' | 'any', sources: readonly ConditionSource[], path: Path, clerk: Clerk): Check | null {
  const checks = sources.map((source, at) => checkOf(source, [...path, at], clerk));
  const known = checks.filter((check) => check !== null);
  if (known.length < checks.length) return null;
  return kind === 'all' ? allOf(known) : anyOf(known);
}

const negated = (inner: Check): Check => ({
  words: `不属于“${inner.words}”`,
  condition: { op: 'not', of: inner.condition },
  parts: [inner],
  kind: 'not',
  sides: null,
});

/** The parts of 且 and 或 are explained one by one; a comparison shows its two sides. */
function formulaCheck(formula: Formula, clerk: Clerk): Check {
  if (formula.kind === 'binary' && (formula.op === 'and' || formula.op === 'or')) {
    const checks = [formula.left, formula.right].flatMap((part) => {
      const check = formulaCheck(part, clerk);
      return check.kind === (formula.op === 'and' ? 'all' : 'any') ? check.parts : [check];
    });
    return formula.op === 'and' ? allOf(checks) : anyOf(checks);
  }
  if (formula.kind === 'not') return negated(formulaCheck(formula.of, clerk));
  const condition = conditionOf(meaningOf(formula, clerk.names), formula.at, clerk.names);
  return { words: wordsOf(formula, clerk.words), condition, parts: [], kind: 'leaf', sides: sidesOf(formula, clerk) };
}

function sidesOf(formula: Formula, clerk: Clerk): Check['sides'] {
  if (formula.kind !== 'binary') return null;
  const [left, right] = [meaningOf(formula.left, clerk.names), meaningOf(formula.right, clerk.names)];
  if (left.is !== 'number' || right.is !== 'number') return null;
  const isShare = sameUnit(left.unit, plain) && (hasPercent(formula.left, clerk) || hasPercent(formula.right, clerk));
  return { left: left.value, right: right.value, unit: isShare ? '%' : unitText(left.unit) };
}

/** Whether a plain number is spoken of in percent. */
function hasPercent(formula: Formula, clerk: Clerk): boolean {
  switch (formula.kind) {
    case 'number':
      return formula.unit === '%';
    case 'name': {
      const number = clerk.names.facts.numberOf(formula.name);
      const fact = number === undefined ? undefined : clerk.names.facts.at(number);
      const written = clerk.words.parameters.get(formula.name)?.value;
      return (fact?.type === 'number' && fact.written === '%') || (written?.endsWith('%') ?? false);
    }
    case 'call':
      return formula.of.some((part) => hasPercent(part, clerk));
    case 'not':
    case 'minus':
      return hasPercent(formula.of, clerk);
    case 'binary':
      return hasPercent(formula.left, clerk) || hasPercent(formula.right, clerk);
  }
}

type FirstOver = { readonly value: string; readonly before: string; readonly over: string };

/** Above a border now and never before: `before` is the greatest figure of all earlier years. */
function firstOver({ value, before, over }: FirstOver, path: Path, clerk: Clerk): Check | null {
  const now = checkOf(`(${value}) > (${over})`, path, clerk);
  const earlier = checkOf(`(${before}) <= (${over})`, path, clerk);
  if (now === null || earlier === null) return null;
  return allOf([now, { ...earlier, words: `此前没有超过（${earlier.words}）` }]);
}

type StillHeld = { readonly since: string; readonly in: string; readonly now: string };

/** Reached in one year and still there in the next. */
function stillHeld({ since, in: year, now }: StillHeld, path: Path, clerk: Clerk): Check | null {
  const first = checkOf(`(${since}) = (${year})`, path, clerk);
  const still = checkOf(now, path, clerk);
  if (first === null || still === null) return null;
  return allOf([first, still]);
}
