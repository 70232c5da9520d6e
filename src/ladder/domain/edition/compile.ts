import {
  type Check,
  type CompiledClause,
  type CompiledGroup,
  type CompiledPolicy,
  type ConditionReader,
  conditionReader,
  type FactTable,
  factsOf,
  type PolicyFault,
} from '../../../policy/domain/index.ts';
import type { EditionSource, IndicatorSource, RuleSource } from './source.ts';

/** One demand, and which clause of the program decides it. */
export interface CompiledRule {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly clause: number;
}

export interface CompiledIndicator {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Number of its side. */
  readonly side: number;
  readonly most: number;
  /** The most points first. */
  readonly bands: readonly { readonly points: number; readonly clause: number }[];
}

export interface CompiledEdition {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly docNumber: string | null;
  readonly issuer: string;
  readonly from: string;
  readonly to: string | null;
  readonly hash: string;
  readonly on: string;
  /** Why nothing can be judged by it; null: it can. */
  readonly empty: string | null;
  readonly open: readonly string[];
  readonly exclude: readonly CompiledRule[];
  readonly conditions: readonly CompiledRule[];
  readonly indicators: readonly CompiledIndicator[];
  readonly points: {
    readonly place: string;
    readonly total: number;
    readonly sides: readonly { readonly id: string; readonly name: string; readonly least: number }[];
  } | null;
  readonly shortcuts: readonly CompiledRule[];
  /**
   * The same rules as the engines of policies run them: a clause that awards 1 for each demand, and one that awards its
   * points for each band, where the bands of an indicator are a group of which the highest counts.
   */
  readonly policy: CompiledPolicy;
}

/** Gives every fault of an edition at once, or what judges by it on a day. */
export function compileEdition(
  source: EditionSource,
  facts: FactTable,
  { hash, on }: { readonly hash: string; readonly on: string },
):
  | { readonly edition: CompiledEdition; readonly faults: readonly [] }
  | { readonly edition: null; readonly faults: readonly PolicyFault[] } {
  const reader = conditionReader(facts, source.parameters, on);
  const clauses = new Clauses(reader);
  const rules = (key: 'exclude' | 'conditions' | 'shortcuts'): CompiledRule[] =>
    source[key].map((rule, at) => clauses.rule(key, rule, [key, at, 'when']));
  const [exclude, conditions, shortcuts] = [rules('exclude'), rules('conditions'), rules('shortcuts')];
  const sides = source.points?.sides ?? [];
  const indicators = (source.points?.indicators ?? []).map((indicator, at): CompiledIndicator => {
    const path = ['points', 'indicators', at];
    const bands = bandsOf(indicator).map(({ points, when }, band) => ({
      points,
      clause: clauses.band(indicator, points, when, [...path, 'bands', band, 'when']),
    }));
    const { id, name, place, most } = indicator;
    return { id, name, place, most, side: sides.findIndex((side) => side.id === indicator.side), bands };
  });
  if (reader.faults.length > 0) return { edition: null, faults: reader.faults };
  const { id, title, name, docNumber, issuer, from, to, empty, open } = source;
  return {
    edition: {
      ...{
        id,
        title,
        name,
        docNumber,
        issuer,
        from,
        to,
        hash,
        on,
        empty,
        open,
        exclude,
        conditions,
        shortcuts,
        indicators,
      },
      points: source.points === null ? null : { place: source.points.place, total: source.points.total, sides },
      policy: {
        ...{ id, title: name, hash, on, level: '', facts, excluded: null, joints: [], budgets: [] },
        ...{ clauses: clauses.made, groups: clauses.groups },
      },
    },
    faults: [],
  };
}

/** The bands of an indicator, the most points first; a count gives one for each step of it. */
export function bandsOf({ bands, each, most }: IndicatorSource): IndicatorSource['bands'] {
  if (each === null) return bands.toSorted((a, b) => b.points - a.points);
  const steps = Math.ceil(most / each.points);
  const counted = Array.from({ length: steps }, (_, at) => ({
    points: Math.min(most, (at + 1) * each.points),
    when: [`${each.count} >= ${(at + 1) * each.per}${each.unit}`],
  }));
  return [...bands, ...counted].toSorted((a, b) => b.points - a.points);
}

/** Clauses as they are made, one after the other, with their groups. */
class Clauses {
  readonly made: CompiledClause[] = [];
  readonly groups: CompiledGroup[] = [];
  readonly #reader: ConditionReader;

  constructor(reader: ConditionReader) {
    this.#reader = reader;
  }

  rule(kind: string, { id, name, place, when }: RuleSource, path: readonly (string | number)[]): CompiledRule {
    const clause = this.#add({ id: `${kind}.${id}`, name, place }, 1, this.#reader.check(when, path), `${kind}.${id}`);
    return { id, name, place, clause };
  }

  band(
    { id, name, place }: IndicatorSource,
    points: number,
    when: RuleSource['when'],
    path: readonly (string | number)[],
  ): number {
    const check = this.#reader.check(when, path);
    return this.#add({ id: `points.${id}.${points}`, name, place }, points, check, `points.${id}`);
  }

  #add(about: { id: string; name: string; place: string }, award: number, check: Check | null, group: string): number {
    const at = this.made.length;
    const sound: Check = check ?? {
      words: '',
      condition: { op: 'always', value: false },
      parts: [],
      kind: 'leaf',
      sides: null,
    };
    this.made.push({
      ...{ id: about.id, title: about.name, place: about.place, beneficiary: '', group, alsoIn: [] },
      check: sound,
      amount: { of: { op: 'const', value: award, low: award, high: award }, per: 1, by: null },
      ...{ amountWords: String(award), rounding: { step: 1, mode: 'down' }, most: award },
      payers: [{ payer: '', millionths: 1_000_000, rest: true }],
      facts: [...factsOf(sound.condition)].toSorted((a, b) => a - b),
      ...{ evidence: [], open: [], window: null, sentence: sound.words },
    });
    const last = this.groups.at(-1);
    if (last?.id === group) this.groups[this.groups.length - 1] = { ...last, members: [...last.members, at] };
    else this.groups.push({ id: group, name: about.name, rule: 'highest', members: [at], joint: null });
    return at;
  }
}
