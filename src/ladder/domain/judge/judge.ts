import { evaluator, explainer, type Known, type Reason, type State } from '../../../policy/domain/index.ts';
import type { CompiledEdition, CompiledRule } from '../edition/compile.ts';

export type Verdict = 'met' | 'unmet' | 'unknown' | 'empty';

export interface JudgedRule {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly state: State;
  readonly because: Reason;
}

/** Points that are sure and those that are still possible; the same where everything is known. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

export interface JudgedIndicator extends Span {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly side: number;
  readonly full: number;
  /** The band that it is surely in; null: none that gives points. */
  readonly because: Reason | null;
  /** Facts that would settle it. */
  readonly missing: readonly string[];
}

export interface JudgedSide extends Span {
  readonly id: string;
  readonly name: string;
  /** At least so many are asked. */
  readonly asked: number;
  readonly state: State;
}

/** What an edition says of one enterprise on a day; the same for the same pack, day and facts. */
export interface Judgement {
  readonly edition: string;
  readonly title: string;
  readonly hash: string;
  readonly on: string;
  readonly verdict: Verdict;
  /** Reasons why nobody gets it; only what is known to hold refuses. */
  readonly exclude: readonly JudgedRule[];
  readonly conditions: readonly JudgedRule[];
  readonly points:
    | (Span & { readonly asked: number; readonly state: State; readonly sides: readonly JudgedSide[] })
    | null;
  readonly indicators: readonly JudgedIndicator[];
  readonly shortcuts: readonly JudgedRule[];
  /** Facts that could still change the verdict; none where it is settled. */
  readonly missing: readonly string[];
}

/** Judges what is known of one enterprise, stored whole numbers by the number of the fact and NaN for what is missing. */
export function judge(edition: CompiledEdition, known: Known): Judgement {
  const { id, title, hash, on, empty } = edition;
  const head = { edition: id, title, hash, on };
  if (empty !== null)
    return {
      ...head,
      verdict: 'empty',
      exclude: [],
      conditions: [],
      points: null,
      indicators: [],
      shortcuts: [],
      missing: [],
    };
  const { clauses } = explainer(edition.policy)(known);
  const rule = ({ id, name, place, clause }: CompiledRule): JudgedRule => {
    const because = clauses[clause]?.because ?? nothing;
    return { id, name, place, state: because.state, because };
  };
  const [exclude, conditions, shortcuts] = [
    edition.exclude.map(rule),
    edition.conditions.map(rule),
    edition.shortcuts.map(rule),
  ];
  const indicators = edition.indicators.map(({ id, name, place, side, most: full, bands }): JudgedIndicator => {
    const found = bands.map(({ points, clause }) => ({ points, because: clauses[clause]?.because ?? nothing }));
    const sure = found.find(({ because }) => because.state === 'yes');
    const open = found.filter(({ points, because }) => because.state === 'unknown' && points > (sure?.points ?? 0));
    return {
      ...{ id, name, place, side, full, least: sure?.points ?? 0 },
      most: Math.max(sure?.points ?? 0, ...open.map(({ points }) => points)),
      because: sure?.because ?? null,
      missing: unique(open.flatMap(({ because }) => because.missing)),
    };
  });
  const points = pointsOf(edition, indicators);
  const verdict = verdictOf(
    exclude.map(({ state }) => state),
    conditions.map(({ state }) => state),
    points?.state ?? null,
    shortcuts.map(({ state }) => state),
  );
  const open = (rules: readonly JudgedRule[]) => rules.flatMap(({ because }) => because.missing);
  const missing =
    verdict === 'unknown'
      ? unique([...open(conditions), ...indicators.flatMap((each) => each.missing), ...open(shortcuts)])
      : [];
  return { ...head, verdict, exclude, conditions, points, indicators, shortcuts, missing };
}

const nothing: Reason = { words: '', state: 'no', kind: 'leaf', sides: null, missing: [], parts: [] };
const unique = (of: readonly string[]): string[] => [...new Set(of)];

function pointsOf({ points }: CompiledEdition, indicators: readonly JudgedIndicator[]): Judgement['points'] {
  if (points === null) return null;
  const sides = points.sides.map(({ id, name, least: asked }, at): JudgedSide => {
    const span = sumOf(indicators.filter(({ side }) => side === at));
    return { id, name, asked, ...span, state: reaches(span, asked) };
  });
  const span = sumOf(indicators);
  const state = all([reaches(span, points.total), ...sides.map((side) => side.state)]);
  return { ...span, asked: points.total, state, sides };
}

const sumOf = (spans: readonly Span[]): Span => ({
  least: spans.reduce((sum, { least }) => sum + least, 0),
  most: spans.reduce((sum, { most }) => sum + most, 0),
});

export const reaches = ({ least, most }: Span, asked: number): State =>
  least >= asked ? 'yes' : most < asked ? 'no' : 'unknown';

const all = (states: readonly State[]): State =>
  states.includes('no') ? 'no' : states.includes('unknown') ? 'unknown' : 'yes';
const any = (states: readonly State[]): State =>
  states.includes('yes') ? 'yes' : states.includes('unknown') ? 'unknown' : 'no';

/** All conditions hold, and the points are reached or a short cut stands for them; nothing that refuses is known to hold. */
export function verdictOf(
  exclude: readonly State[],
  conditions: readonly State[],
  points: State | null,
  shortcuts: readonly State[],
): Exclude<Verdict, 'empty'> {
  const ways = [...(points === null ? [] : [points]), ...shortcuts];
  const state = exclude.includes('yes') ? 'no' : all([...conditions, ...(ways.length === 0 ? [] : [any(ways)])]);
  return state === 'yes' ? 'met' : state === 'no' ? 'unmet' : 'unknown';
}

/** Verdict and span of points alone, without any reason: much quicker where many are judged. */
export function verdictAlone(edition: CompiledEdition, known: Known): { readonly verdict: Verdict } & Span {
  if (edition.empty !== null) return { verdict: 'empty', least: 0, most: 0 };
  const { clauses } = evaluator(edition.policy)(known);
  const stateOf = ({ clause }: { readonly clause: number }): State => clauses[clause]?.state ?? 'no';
  const spans = edition.indicators.map(({ side, bands }) => {
    const least = bands.find((band) => stateOf(band) === 'yes')?.points ?? 0;
    return { side, least, most: Math.max(least, ...bands.map((b) => (stateOf(b) === 'unknown' ? b.points : 0))) };
  });
  const span = sumOf(spans);
  const sides = (edition.points?.sides ?? []).map(({ least }, at) =>
    reaches(sumOf(spans.filter((s) => s.side === at)), least),
  );
  const points = edition.points === null ? null : all([reaches(span, edition.points.total), ...sides]);
  const states = (rules: readonly CompiledRule[]): State[] => rules.map(stateOf);
  return {
    verdict: verdictOf(states(edition.exclude), states(edition.conditions), points, states(edition.shortcuts)),
    ...span,
  };
}
