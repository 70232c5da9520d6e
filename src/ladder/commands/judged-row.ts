import type { Fact, Known } from '../../policy/index.ts';
import { type CompiledEdition, gapWords, type Hints, judge, stepWords, unmetWords, wayOf } from '../domain/index.ts';
import { verdictWords } from '../pack/check-edition.ts';

type Cell = string | number;
const stateWords = { yes: 'yes', no: 'no', unknown: 'unknown' } as const;

/** The heading of a table of judgements by one edition. */
export const judgedHeading = ({ conditions, indicators, shortcuts, exclude, points }: CompiledEdition): string[] => [
  ...['id', 'title', 'edition', 'verdict', '结论', 'points', 'points_least', 'points_most', 'points_asked'],
  ...(points?.sides ?? []).map(({ id }) => `side.${id}`),
  ...exclude.map(({ id }) => `exclude.${id}`),
  ...conditions.map(({ id }) => `condition.${id}`),
  ...indicators.map(({ id }) => `points.${id}`),
  ...shortcuts.map(({ id }) => `shortcut.${id}`),
  ...['gaps', 'by', 'nearest', 'shortcut', 'missing', 'reason'],
];

/**
 * One enterprise judged, as a row under that heading. Points that are not sure stand as `least-most`; `gaps` says by how
 * much each demand is short, `by` the day on which those that only wait for time will all hold.
 */
export function judgedRow(edition: CompiledEdition, id: string, known: Known, hints: Hints): Cell[] {
  const judgement = judge(edition, known);
  const { verdict, points, indicators } = judgement;
  const way = wayOf(edition, judgement, known, hints);
  const span = (least: number, most: number): Cell => (least === most ? least : `${least}-${most}`);
  const days = way.unmet.flatMap(({ gaps }) => gaps?.map(({ on }) => on) ?? [null]);
  const sure = days.filter((day) => day !== null);
  const nameOf = (fact: string): string =>
    edition.policy.facts.facts[edition.policy.facts.numberOf(fact) ?? -1]?.name ?? fact;
  const rules = [...judgement.exclude, ...judgement.conditions].map(({ state }) => stateWords[state]);
  return [
    ...[id, judgement.title, judgement.edition, verdict, verdictWords[verdict] ?? verdict],
    points === null || points.least !== points.most ? '' : points.least,
    ...(points === null ? ['', '', ''] : [points.least, points.most, points.asked]),
    ...(points?.sides ?? []).map(({ least, most }) => span(least, most)),
    ...rules,
    ...indicators.map(({ least, most }) => span(least, most)),
    ...judgement.shortcuts.map(({ state }) => stateWords[state]),
    way.unmet.map(unmetWords).join('。'),
    days.length > 0 && sure.length === days.length ? (sure.toSorted().at(-1) ?? '') : '',
    way.steps?.map(stepWords).join('。') ?? '',
    way.shortcut === null ? '' : `${way.shortcut.name}：${way.shortcut.gaps?.map(gapWords).join('；') ?? ''}`,
    judgement.missing.map(nameOf).join('、'),
    edition.empty ?? '',
  ];
}

/** Facts of an edition that a table may have columns for. */
export const factsAsked = ({ policy }: CompiledEdition, { before }: Hints): readonly number[] => {
  const own = new Set(policy.clauses.flatMap(({ facts }) => facts));
  for (const fact of [...own]) {
    const earlier = policy.facts.numberOf(before.get((policy.facts.at(fact) as Fact).id) ?? '');
    if (earlier !== undefined) own.add(earlier);
  }
  return [...own].toSorted((a, b) => a - b);
};
