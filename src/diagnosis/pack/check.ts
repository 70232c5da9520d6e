import { doubles } from '../../../platform/pack-loader/fields.ts';
import { isDayText, type PackFault } from '../../kernel/index.ts';
import { leavesOf, parseFormula, scaled } from '../domain/index.ts';
import type {
  EditionContent,
  LevelSchemeContent,
  QuestionContent,
  QuestionnaireContent,
} from './questionnaire-schema.ts';

type Path = PackFault['path'];

/** Two decimals and no more, as far as a binary number can say. */
const isHundredths = (points: number): boolean => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6;
const decimalsFault = (points: number | null, path: Path): PackFault[] =>
  points === null || isHundredths(points) ? [] : [{ code: 'questionnaire-points', path, given: points, limit: 2 }];

export function checkQuestionnaire(content: QuestionnaireContent, schemes: ReadonlySet<string>): PackFault[] {
  return [
    ...doubles(content.editions.map(({ id }, i) => ({ path: ['editions', i, 'id'], value: id }))),
    ...doubles(
      content.editions.flatMap(({ from }, i) =>
        from === null ? [] : [{ path: ['editions', i, 'from'], value: from }],
      ),
    ),
    ...content.editions.flatMap((edition, i) => checkEdition(edition, ['editions', i], schemes)),
  ];
}

function checkEdition(edition: EditionContent, path: Path, schemes: ReadonlySet<string>): PackFault[] {
  const { from, tables, sides } = edition;
  const questions = sides.flatMap((side, i) =>
    side.questions.map((question, j) => ({ question, path: [...path, 'sides', i, 'questions', j] })),
  );
  return [
    ...(from === null || isDayText(from)
      ? []
      : [{ code: 'day-unknown', path: [...path, 'from'], given: from, limit: 'YYYY-MM-DD' }]),
    ...doubles(tables.map(({ id }, i) => ({ path: [...path, 'tables', i, 'id'], value: id }))),
    ...doubles(sides.map(({ id }, i) => ({ path: [...path, 'sides', i, 'id'], value: id }))),
    ...doubles(questions.map(({ question, path: at }) => ({ path: [...at, 'id'], value: question.id }))),
    ...edition.schemes.flatMap((id, i) =>
      schemes.has(id) ? [] : [{ code: 'questionnaire-scheme-unknown', path: [...path, 'schemes', i], given: id }],
    ),
    ...(from === null ? [] : checkInUse(edition, path)),
    ...questions.flatMap(({ question, path: at }) =>
      checkQuestion(
        question,
        at,
        tables.map(({ id }) => id),
      ),
    ),
    ...tables.flatMap(({ id }) =>
      checkFormulas(
        questions.filter(({ question }) => question.tables.length === 0 || question.tables.includes(id)),
        id,
      ),
    ),
  ];
}

/** An edition in use has tables, questions and levels, and its sides come to 100. */
function checkInUse({ tables, sides, schemes, wording, open }: EditionContent, path: Path): PackFault[] {
  const faults: PackFault[] = [];
  const empty = [
    ['tables', tables.length],
    ['sides', sides.length],
    ['schemes', schemes.length],
  ] as const;
  for (const [key, length] of empty)
    if (length === 0) faults.push({ code: 'questionnaire-empty', path: [...path, key], given: key });
  const sum = sides.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 100), 0);
  if (sides.length > 0 && sum !== 10_000)
    faults.push({ code: 'questionnaire-weights', path: [...path, 'sides'], given: sum / 100, limit: 100 });
  for (const [i, side] of sides.entries()) {
    faults.push(...decimalsFault(side.weight, [...path, 'sides', i, 'weight']));
    for (const { id } of tables)
      if (!side.questions.some((each) => each.tables.length === 0 || each.tables.includes(id)))
        faults.push({ code: 'questionnaire-side-empty', path: [...path, 'sides', i], given: side.name, limit: id });
  }
  if (tables.filter(({ industries }) => industries.length === 0).length > 1)
    faults.push({ code: 'questionnaire-rest-twice', path: [...path, 'tables'] });
  if (wording === 'own' && open.length === 0) faults.push({ code: 'questionnaire-open', path: [...path, 'open'] });
  return faults;
}

function checkQuestion(question: QuestionContent, path: Path, tables: readonly string[]): PackFault[] {
  const { kind, options, bands, least, most, steps, points, decimals, mostPoints, unit } = question;
  const lacks = (key: string): PackFault => ({
    code: 'questionnaire-kind',
    path: [...path, key],
    given: kind,
    limit: key,
  });
  const faults: PackFault[] = [
    ...question.tables.flatMap((id, i) =>
      tables.includes(id) ? [] : [{ code: 'questionnaire-table-unknown', path: [...path, 'tables', i], given: id }],
    ),
    ...doubles(options.map(({ id }, i) => ({ path: [...path, 'options', i, 'id'], value: id }))),
    ...options.flatMap((option, i) => decimalsFault(option.points, [...path, 'options', i, 'points'])),
    ...bands.flatMap((band, i) => decimalsFault(band.points, [...path, 'bands', i, 'points'])),
    ...decimalsFault(points, [...path, 'points']),
    ...decimalsFault(mostPoints, [...path, 'mostPoints']),
  ];
  const chooses = kind === 'one' || kind === 'several';
  if (chooses !== options.length > 1) faults.push(lacks('options'));
  if ((kind === 'number') !== bands.length > 0) faults.push(lacks('bands'));
  if ((kind === 'number') !== (least !== null && most !== null && unit !== null)) faults.push(lacks('least'));
  if ((kind === 'scale') !== (steps !== null && points !== null)) faults.push(lacks('steps'));
  if (kind !== 'several' && (mostPoints !== null || options.some(({ alone }) => alone)))
    faults.push(lacks('mostPoints'));
  if (kind === 'number') faults.push(...checkBands(question, path, decimals));
  return faults;
}

/** Bands rise in both: who reaches more does not get less. */
function checkBands({ bands, least, most }: QuestionContent, path: Path, decimals: number): PackFault[] {
  const of = (typed: string | null): bigint | null => (typed === null ? null : scaled(typed, decimals));
  const faults: PackFault[] = [];
  const [low, high] = [of(least), of(most)];
  if (low === null || high === null || low >= high)
    faults.push({ code: 'questionnaire-range', path: [...path, 'least'], given: least, limit: most });
  for (const [i, band] of bands.entries()) {
    const [at, before] = [of(band.from), bands[i - 1]];
    const previous = before === undefined ? null : of(before.from);
    const isOut = at === null || (low !== null && at < low) || (high !== null && at > high);
    const falls =
      before !== undefined && at !== null && previous !== null && (at <= previous || band.points < before.points);
    if (isOut || falls) faults.push({ code: 'questionnaire-bands', path: [...path, 'bands', i], given: band.from });
  }
  return faults;
}

/** A formula reads, and looks at questions that stand before it in every table that asks it. */
function checkFormulas(
  asked: readonly { readonly question: QuestionContent; readonly path: Path }[],
  table: string,
): PackFault[] {
  const before = new Map<string, QuestionContent>();
  return asked.flatMap(({ question, path }) => {
    const faults =
      question.shownWhen === null ? [] : formulaFaults(question.shownWhen, before, [...path, 'shownWhen'], table);
    before.set(question.id, question);
    return faults;
  });
}

function formulaFaults(
  text: string,
  before: ReadonlyMap<string, QuestionContent>,
  path: Path,
  table: string,
): PackFault[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed.refusals.map(({ code, given = '', limit = '' }) => ({ code, path, given, limit }));
  return leavesOf(parsed.value.root).flatMap((leaf): PackFault[] => {
    const question = before.get(leaf.question);
    if (question === undefined)
      return [{ code: 'questionnaire-formula-later', path, given: leaf.question, limit: table }];
    if (leaf.kind === 'answered') return [];
    const [value, several] = leaf.kind === 'has' ? [leaf.option, true] : [leaf.value, false];
    const chooses = question.kind === 'one' || question.kind === 'several';
    const fits = several ? question.kind === 'several' : question.kind !== 'several' && question.kind !== 'text';
    if (!fits || (question.kind === 'one' && leaf.kind === 'compare' && leaf.order !== '=' && leaf.order !== '!='))
      return [{ code: 'questionnaire-formula-kind', path, given: leaf.question, limit: question.kind }];
    const isValue = chooses ? question.options.some(({ id }) => id === value) : scaled(value, 4) !== null;
    return isValue ? [] : [{ code: 'questionnaire-formula-value', path, given: value, limit: leaf.question }];
  });
}

/** Levels count from 1 and borders rise. */
export function checkScheme({ levels }: LevelSchemeContent): PackFault[] {
  return levels.flatMap(({ level, border }, i): PackFault[] => {
    const path = ['levels', i];
    const before = levels[i - 1];
    return [
      ...(level === i + 1
        ? []
        : [{ code: 'level-scheme-order', path: [...path, 'level'], given: level, limit: i + 1 }]),
      ...(before !== undefined && border <= before.border
        ? [{ code: 'level-scheme-border', path: [...path, 'border'], given: border, limit: before.border }]
        : []),
      ...decimalsFault(border, [...path, 'border']),
    ];
  });
}
