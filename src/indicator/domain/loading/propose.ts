import type { Definition } from '../definition.ts';
import type { Place } from '../target/target.ts';
import type { Candidate, Decisions, Line, LineDecision, LineProblem, NewIndicator, ProposedLine } from './model.ts';
import { candidatesFor, chosen, coreOf } from './names.ts';
import { type PlaceRegister, placeOf } from './places.ts';
import { baseOf, firstYearOf, type PlanYears } from './times.ts';
import { convert } from './units.ts';

export interface ProposalWorld {
  readonly definitions: readonly Definition[];
  readonly register: PlaceRegister;
  readonly years: PlanYears | null;
}

/**
 * What would be loaded of the lines of an edition, in their order, as far as decided. A figure in a table comes before the
 * same in a sentence: the table says it for each place.
 */
export function propose(lines: readonly Line[], decisions: Decisions, world: ProposalWorld): ProposedLine[] {
  const proposed = lines.map((line) => proposeOne(line, decisions, world));
  return withTwins(proposed);
}

function proposeOne(line: Line, decisions: Decisions, { definitions, register, years }: ProposalWorld): ProposedLine {
  const decision = decisions.lines[line.key] ?? null;
  const found = placeOf(line.scope, line.name, register);
  const core = coreOf(found.rest === '' ? line.name : found.rest, line.mode);
  const scopeKey = line.scope ?? '';
  const place = decision?.place ?? decisions.scopes[scopeKey] ?? found.place;
  const candidates = candidatesFor(core, line, definitions);
  const meant = indicatorOf(core, decision, decisions, candidates, definitions);
  const year = decision?.year ?? line.year;
  const base = year === null ? null : baseOf(line, year, decision);
  const amount = amountOf(line, decision, meant.definition ?? meant.create);
  const problems: LineProblem[] = [
    ...(meant.definition === null && meant.create === null ? [{ code: 'indicator-open' } as const] : []),
    ...(place === null ? [{ code: 'place-open', given: scopeKey } as const] : []),
    ...(year === null ? [{ code: 'year-open' } as const] : []),
    ...(base === 'open' ? [{ code: 'base-open' } as const] : []),
    ...amount.problems,
  ];
  const errors = line.findings.filter(({ severity, dismissed }) => severity === 'error' && dismissed === null);
  const isFaulty = errors.length > 0 && decision?.reason === undefined;
  const [first] = errors;
  if (isFaulty && first !== undefined) problems.push({ code: 'finding', given: first.message });
  return {
    ...{ line, core, scopeKey, candidates, place, problems, decision, twin: null },
    ...{ indicatorId: meant.definition?.id ?? null, create: meant.create },
    period: year === null ? null : `${year}`,
    ...{ value: amount.value, value2: amount.value2 },
    base: base === 'open' ? null : base,
    from: year === null ? null : firstYearOf(line, year, years, decision),
    state: decision?.leftOut !== undefined ? 'left-out' : isFaulty ? 'faulty' : problems.length > 0 ? 'open' : 'ready',
  };
}

function indicatorOf(
  core: string,
  decision: LineDecision | null,
  { names }: Decisions,
  candidates: readonly Candidate[],
  definitions: readonly Definition[],
): { definition: Definition | null; create: NewIndicator | null } {
  const byId = (id: string | null | undefined) => definitions.find((each) => each.id === id) ?? null;
  if (decision?.indicatorId !== undefined) return { definition: byId(decision.indicatorId), create: null };
  const ofName = names[core];
  if (ofName !== undefined && 'create' in ofName) {
    // Made by an earlier loading, or by somebody else meanwhile: there are no two of one name and unit.
    const { name, unit } = ofName.create;
    const made = definitions.find((each) => each.name === name && each.unit === unit) ?? null;
    return { definition: made, create: made === null ? ofName.create : null };
  }
  return { definition: byId(ofName?.indicatorId ?? chosen(candidates)), create: null };
}

interface Amount {
  readonly value: bigint | null;
  readonly value2: bigint | null;
  readonly problems: readonly LineProblem[];
}

/** The figure as its indicator keeps it; of growth in millionths. */
function amountOf(line: Line, decision: LineDecision | null, of: Definition | NewIndicator | null): Amount {
  const [low, high] = [decision?.value ?? line.value, decision?.value2 ?? line.value2];
  const isGrowth = line.mode === 'growth';
  if (!isGrowth && of === null) return { value: null, value2: null, problems: [] };
  const to = isGrowth ? { unit: '%', decimals: 4 } : { unit: of?.unit ?? '', decimals: decimalsOf(of) };
  const [first, second] = [convert(low, line.unit, to), high === null ? null : convert(high, line.unit, to)];
  for (const [figure, converted] of [
    [low, first],
    [high, second],
  ] as const) {
    if (converted === null || converted.ok) continue;
    const given = `${figure}${line.unit}`;
    if (isGrowth && converted.code === 'unit-unlike')
      return { value: null, value2: null, problems: [{ code: 'growth-unit', given }] };
    return { value: null, value2: null, problems: [{ code: converted.code, given, limit: to.unit }] };
  }
  const [value, value2] = [first.ok ? first.value : null, second?.ok === true ? second.value : null];
  if (value !== null && value2 !== null && value2 < value)
    return { value, value2, problems: [{ code: 'range-reversed', given: `${low}`, limit: `${high}` }] };
  return { value, value2, problems: [] };
}

/** A new indicator keeps money and shares with two decimals, and counts whole things. */
export function decimalsOf(of: Definition | NewIndicator | null): number {
  if (of === null) return 0;
  if ('decimals' in of) return of.decimals;
  return /元|%|吨|亩|米|公里|千瓦/u.test(of.unit) ? 2 : 0;
}

/** What a line sets a target of: two lines of one subject say the same, or contradict each other. */
export function subjectOf({ indicatorId, create, place, period, line }: ProposedLine): string | null {
  const what = indicatorId ?? (create === null ? null : `new ${create.name}`);
  if (what === null || place === null || period === null) return null;
  return subjectKey(what, place, period, line.mode);
}

export const subjectKey = (what: string, place: Place, period: string, mode: string): string =>
  JSON.stringify([what, place.regionId, place.chainId, place.unitId, period, mode]);

/** Of lines about the same subject the first of a table counts, else the first; same figure: a repeat, else a conflict. */
function withTwins(proposed: readonly ProposedLine[]): ProposedLine[] {
  const firsts = new Map<string, ProposedLine>();
  const counts = (each: ProposedLine): boolean => each.state !== 'left-out';
  for (const isTable of [true, false])
    for (const each of proposed) {
      const subject = subjectOf(each);
      if (subject === null || !counts(each) || (each.line.cell !== null) !== isTable) continue;
      if (!firsts.has(subject)) firsts.set(subject, each);
    }
  return proposed.map((each) => {
    const subject = subjectOf(each);
    const first = subject === null ? undefined : firsts.get(subject);
    if (first === undefined || first.line.key === each.line.key || !counts(each)) return each;
    const twin = first.line.key;
    if (first.value === each.value && first.value2 === each.value2) return { ...each, twin, state: 'repeat' };
    const given = `${each.decision?.value ?? each.line.value}${each.line.unit}`;
    const limit = `${first.decision?.value ?? first.line.value}${first.line.unit}`;
    const conflict: LineProblem = { code: 'conflict', given, limit, with: twin };
    return {
      ...each,
      twin,
      problems: [...each.problems, conflict],
      state: each.state === 'faulty' ? 'faulty' : 'open',
    };
  });
}
