import { doubles } from '../../../platform/pack-loader/fields.ts';
import { titleKindsOf } from '../../enterprise/index.ts';
import { isDayText, type LoadedPack, nearest, type PackFault, type PackLibrary } from '../../kernel/index.ts';
import { type FactTable, rowOfGiven } from '../../policy/index.ts';
import { type CompiledEdition, compileEdition, judge } from '../domain/index.ts';
import type { EditionContent } from './edition-schema.ts';

type Path = PackFault['path'];

/** Everything that is wrong with an edition: its days, its names, its points, its formulas, its worked examples. */
export function checkEdition(
  { content: edition, hash, file }: LoadedPack<EditionContent>,
  all: readonly LoadedPack<EditionContent>[],
  library: PackLibrary,
  facts: FactTable,
): PackFault[] {
  const faults = [
    ...checkTitle(edition, library),
    ...checkDays(
      edition,
      all.filter((each) => each.file !== file).map(({ content }) => content),
    ),
    ...checkContent(edition),
    ...checkPoints(edition),
    ...(all.filter(({ content }) => content.id === edition.id).length > 1
      ? [{ code: 'pack-id-twice', path: ['id'], given: edition.id }]
      : []),
  ];
  if (faults.length > 0) return faults;
  const days = [edition.from, ...changesOf(edition)];
  const meaning = days.flatMap((on) => compileEdition(edition, facts, { hash, on }).faults);
  const unique = [...new Map(meaning.map((each) => [JSON.stringify(each), each])).values()];
  return unique.length > 0 ? unique : checkExamples(edition, facts, hash);
}

/** Later days of its time on which a figure changes. */
const changesOf = ({ parameters, from, to }: EditionContent): string[] =>
  [...new Set(parameters.flatMap(({ values }) => values.flatMap((value) => value.from ?? [])))].filter(
    (day) => day > from && (to === null || day <= to),
  );

function checkTitle({ title }: EditionContent, library: PackLibrary): PackFault[] {
  const known = titleKindsOf(library).map(({ id }) => id);
  return known.includes(title)
    ? []
    : [{ code: 'enterprise-pack-title', path: ['title'], given: title, limit: nearest(title, known) ?? '' }];
}

function checkDays(edition: EditionContent, others: readonly EditionContent[]): PackFault[] {
  const { from, to, title, examplesOn, examples } = edition;
  const days: [Path, string | null][] = [
    [['from'], from],
    [['to'], to],
    [['examplesOn'], examplesOn],
    ...examples.map(({ on }, at): [Path, string | null] => [['examples', at, 'on'], on]),
  ];
  const wrong = days.filter(([, day]) => day !== null && !isDayText(day));
  const over = (a: EditionContent, b: EditionContent): boolean => a.to === null || b.from <= a.to;
  const clash = others.find((each) => each.title === title && over(each, edition) && over(edition, each));
  return [
    ...wrong.map(([path, given]): PackFault => ({ code: 'policy-day', path, given })),
    ...(to !== null && to < from ? [{ code: 'pack-period-reversed', path: ['to'], given: to, limit: from }] : []),
    ...(clash === undefined ? [] : [{ code: 'ladder-editions-overlap', path: ['from'], given: from, limit: clash.id }]),
  ];
}

function checkContent({
  empty,
  conditions,
  points,
  shortcuts,
  exclude,
  docNumber,
  docNumberReason,
}: EditionContent): PackFault[] {
  const says = conditions.length + shortcuts.length + exclude.length > 0 || points !== null;
  return [
    ...(docNumber === null && docNumberReason === null
      ? [{ code: 'pack-source-unnamed', path: ['docNumber'], given: null, limit: 'docNumberReason' }]
      : []),
    ...(empty !== null && says ? [{ code: 'ladder-empty-says', path: ['empty'] }] : []),
    ...(empty === null && conditions.length + shortcuts.length === 0 && points === null
      ? [{ code: 'ladder-says-nothing', path: ['conditions'] }]
      : []),
    ...[exclude, conditions, shortcuts].flatMap((rules, which) =>
      doubles(
        rules.map(({ id }, at) => ({
          path: [['exclude', 'conditions', 'shortcuts'][which] ?? '', at, 'id'],
          value: id,
        })),
      ),
    ),
  ];
}

/** Bands do not give more than the indicator may, and what is asked can be reached. */
function checkPoints({ points }: EditionContent): PackFault[] {
  if (points === null) return [];
  const sides = points.sides.map(({ id }) => id);
  const sumOf = (side: string | null): number =>
    points.indicators.filter((each) => side === null || each.side === side).reduce((sum, { most }) => sum + most, 0);
  const path = ['points'];
  return [
    ...doubles(points.sides.map(({ id }, at) => ({ path: [...path, 'sides', at, 'id'], value: id }))),
    ...doubles(points.indicators.map(({ id }, at) => ({ path: [...path, 'indicators', at, 'id'], value: id }))),
    ...[
      { id: null, least: points.total, at: [...path, 'total'] },
      ...points.sides.map(({ id, least }, side) => ({ id, least, at: [...path, 'sides', side, 'least'] })),
    ].flatMap(({ id, least, at }) =>
      least > sumOf(id) ? [{ code: 'ladder-points-beyond', path: at, given: least, limit: sumOf(id) }] : [],
    ),
    ...points.indicators.flatMap(({ side, bands, each, most }, at): PackFault[] => {
      const here = [...path, 'indicators', at];
      const greatest = Math.max(0, ...bands.map((band) => band.points));
      return [
        ...(sides.includes(side)
          ? []
          : [{ code: 'ladder-side-unknown', path: [...here, 'side'], given: side, limit: nearest(side, sides) ?? '' }]),
        ...(bands.length === 0 && each === null ? [{ code: 'ladder-says-nothing', path: [...here, 'bands'] }] : []),
        ...(greatest > most || (each === null && greatest < most)
          ? [{ code: 'ladder-band-most', path: [...here, 'most'], given: greatest, limit: most }]
          : []),
        ...doubles(bands.map((band, b) => ({ path: [...here, 'bands', b, 'points'], value: String(band.points) }))),
      ];
    }),
  ];
}

/** Every worked example, judged by the program itself: one that comes out differently refuses the pack. */
function checkExamples(edition: EditionContent, facts: FactTable, hash: string): PackFault[] {
  const compiled = new Map<string, CompiledEdition | null>();
  const about = rowOfGiven(edition.examplesAbout, facts, ['examplesAbout']);
  if (about.faults.length > 0) return about.faults;
  return edition.examples.flatMap((example, at): PackFault[] => {
    const path = ['examples', at];
    const own = rowOfGiven(example.facts, facts, [...path, 'facts'], about.row);
    if (own.faults.length > 0) return own.faults;
    const on = example.on ?? edition.examplesOn ?? edition.from;
    if (!compiled.has(on)) compiled.set(on, compileEdition(edition, facts, { hash, on }).edition);
    const program = compiled.get(on);
    if (program === null || program === undefined) return [];
    const { verdict, points } = judge(
      program,
      own.row.map((fact) => fact ?? Number.NaN),
    );
    const sum = points === null || points.least !== points.most ? null : points.least;
    const told = (gives: string, of: number | null): string =>
      `${verdictWords[gives] ?? gives}${of === null ? '' : `，${of}分`}`;
    return verdict === example.gives && (example.points === null || example.points === sum)
      ? []
      : [
          {
            code: 'ladder-example-wrong',
            path: [...path, 'gives'],
            given: told(verdict, example.points === null ? null : sum),
            limit: `${told(example.gives, example.points)}（${example.title}）`,
          },
        ];
  });
}

export const verdictWords: Readonly<Record<string, string>> = {
  met: '符合',
  unmet: '不符合',
  unknown: '还不能断定',
  empty: '门槛还没有录入',
};
