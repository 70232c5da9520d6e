import type { Known } from '../../../policy/domain/index.ts';
import type { CompiledEdition } from '../edition/compile.ts';
import { type Gap, gapsOf, type Hints } from './gaps.ts';
import type { Judgement } from './judge.ts';

/** A demand that is not met, and what would meet it; null: no way was found. */
export interface Unmet {
  readonly id: string;
  readonly name: string;
  readonly gaps: readonly Gap[] | null;
}

/** An indicator that would bring more points. */
export interface Step {
  readonly indicator: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly gaps: readonly Gap[];
}

export interface Way {
  /** Demands that are surely not met. */
  readonly unmet: readonly Unmet[];
  /** The indicators that bring the missing points with the least effort; null: points are not asked, reached, or out of reach. */
  readonly steps: readonly Step[] | null;
  /** Points that are missing in all; 0 where they are reached. */
  readonly missingPoints: number;
  /** The short cut that is nearest. */
  readonly shortcut: Unmet | null;
}

const effortOf = (gaps: readonly Gap[]): number => gaps.reduce((sum, { effort }) => sum + effort, 0);

/** What is missing of an edition for one enterprise, and the nearest way there. */
export function wayOf(edition: CompiledEdition, judgement: Judgement, known: Known, hints: Hints): Way {
  const gaps = (clause: number) => gapsOf(edition.policy, clause, known, judgement.on, hints);
  const unmetOf = (rules: typeof edition.conditions, judged: Judgement['conditions']): Unmet[] =>
    rules.flatMap(({ id, name, clause }, at) => (judged[at]?.state === 'no' ? [{ id, name, gaps: gaps(clause) }] : []));
  const unmet = unmetOf(edition.conditions, judgement.conditions);
  const { points } = judgement;
  const isSettled =
    points === null || points.state === 'yes' || judgement.shortcuts.some(({ state }) => state === 'yes');
  if (
    isSettled &&
    (points !== null || judgement.shortcuts.some(({ state }) => state === 'yes') || edition.shortcuts.length === 0)
  )
    return { unmet, steps: null, missingPoints: 0, shortcut: null };
  const shortcuts = unmetOf(edition.shortcuts, judgement.shortcuts).filter((each) => each.gaps !== null);
  const shortcut = shortcuts.toSorted((a, b) => effortOf(a.gaps ?? []) - effortOf(b.gaps ?? []))[0] ?? null;
  if (points === null) return { unmet, steps: null, missingPoints: 0, shortcut };
  const options = judgement.indicators.map((indicator, at): Step[] =>
    (edition.indicators[at]?.bands ?? []).flatMap(({ points: to, clause }) => {
      if (to <= indicator.least) return [];
      const found = gaps(clause);
      return found === null
        ? []
        : [{ indicator: indicator.id, name: indicator.name, from: indicator.least, to, gaps: found }];
    }),
  );
  return {
    unmet,
    steps: leastSteps(judgement, options),
    missingPoints: Math.max(0, points.asked - points.least),
    shortcut,
  };
}

interface Found {
  readonly effort: number;
  readonly steps: readonly Step[];
}

/** Of all choices of one step at most for each indicator the one with the least effort that reaches sides and total. */
function leastSteps({ points, indicators }: Judgement, options: readonly (readonly Step[])[]): readonly Step[] | null {
  if (points === null) return null;
  // Of the sides so far, by the points gained: the least effort.
  let all = new Map<number, Found>([[0, { effort: 0, steps: [] }]]);
  for (const [side, { asked, least }] of points.sides.entries()) {
    let own = new Map<number, Found>([[0, { effort: 0, steps: [] }]]);
    for (const [at, { side: of }] of indicators.entries())
      if (of === side)
        own = joined(
          own,
          new Map([
            [0, [] as Step[]],
            ...(options[at] ?? []).map((step): [number, Step[]] => [step.to - step.from, [step]]),
          ]),
        );
    const enough = new Map([...own].filter(([gained]) => least + gained >= asked));
    if (enough.size === 0) return null;
    const next = new Map<number, Found>();
    for (const [gained, found] of all)
      for (const [more, other] of enough)
        keep(next, gained + more, { effort: found.effort + other.effort, steps: [...found.steps, ...other.steps] });
    all = next;
  }
  const reached = [...all].filter(([gained]) => points.least + gained >= points.asked).map(([, found]) => found);
  return reached.toSorted((a, b) => a.effort - b.effort || a.steps.length - b.steps.length)[0]?.steps ?? null;
}

function joined(before: ReadonlyMap<number, Found>, choices: ReadonlyMap<number, readonly Step[]>): Map<number, Found> {
  const next = new Map<number, Found>();
  for (const [gained, { effort, steps }] of before)
    for (const [more, added] of choices) {
      const extra = added.reduce((sum, { gaps }) => sum + effortOf(gaps), 0);
      keep(next, gained + more, { effort: effort + extra, steps: [...steps, ...added] });
    }
  return next;
}

function keep(all: Map<number, Found>, gained: number, found: Found): void {
  const before = all.get(gained);
  if (before === undefined || found.effort < before.effort) all.set(gained, found);
}
