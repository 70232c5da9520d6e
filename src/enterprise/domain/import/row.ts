import { type Day, isDayText } from '../../../kernel/index.ts';
import { cleaned, emptyContent, takeCode } from '../content/index.ts';
import { type EnterpriseContent, type FigureKind, scaleNames, stateNames } from '../model/index.ts';
import { headingOf, type ImportField } from './columns.ts';
import type { FigureColumn } from './figures.ts';

export interface RowFault {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly given: string | number | null;
  readonly limit: string | number | null;
}

/** A row that is sound. What it leaves empty is as in `emptyContent`: of an enterprise that is known already, that stays. */
export interface ReadRow {
  readonly line: number;
  readonly content: EnterpriseContent;
  /** Whether the row itself says where it lies and whether it is open. */
  readonly saysRegion: boolean;
  readonly saysState: boolean;
  /** Period -> figure -> whole number at the figure's decimals. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What a list refers to by name: null is a name that several bear. */
export interface ImportNames {
  readonly regions: ReadonlyMap<string, string | null>;
  readonly units: ReadonlyMap<string, string | null>;
  readonly chains: ReadonlyMap<string, string | null>;
}

export interface RowRules {
  readonly columns: ReadonlyMap<ImportField, number>;
  readonly figures: readonly FigureColumn[];
  readonly width: number;
  readonly names: ImportNames;
  /** Where an enterprise lies whose row does not say. */
  readonly regionId: string;
  readonly today: Day;
}

const longest: Readonly<Partial<Record<ImportField, number>>> = {
  ...{ name: 120, shortName: 60, legalRepresentative: 60, address: 200, scope: 4000, codeReason: 200, products: 1000 },
  otherNames: 500,
};
const withoutKind = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([id, name]) => [
      [id, id],
      [name, id],
      [name.replace(/型$/u, ''), id],
    ]),
  );
const scaleOf = withoutKind(scaleNames);
const stateOf = new Map([
  ...withoutKind(stateNames),
  ['存续', 'open'],
  ['开业', 'open'],
  ['正常', 'open'],
  ['在营', 'open'],
  ['在业（存续）', 'open'],
  ['迁出', 'moved-out'],
]);

/** Reads one row of a list of enterprises with everything that is wrong in it; null where anything is. */
export function readImportRow(
  line: number,
  cells: readonly string[],
  rules: RowRules,
): { readonly row: ReadRow | null; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const at = (field: ImportField): string => {
    const column = rules.columns.get(field);
    return column === undefined ? '' : plain(cells[column] ?? '');
  };
  const fault = (
    column: string,
    code: string,
    given: string | number | null = null,
    limit: string | number | null = null,
  ): null => {
    faults.push({ line, column, code, given: typeof given === 'string' ? given.slice(0, 80) : given, limit });
    return null;
  };
  const wrong = (field: ImportField, code: string, limit: string | null = null): null =>
    fault(headingOf(field), code, at(field), limit);
  if (cells.length > rules.width && cells.slice(rules.width).some((cell) => cell.trim() !== ''))
    fault('', 'enterprise-row-wide', cells.length, rules.width);
  for (const [field, most] of Object.entries(longest) as [ImportField, number][])
    if (at(field).length > most) fault(headingOf(field), 'enterprise-row-long', at(field).length, most);
  if (at('name') === '') wrong('name', 'enterprise-row-name');
  const taken = takeCode({ code: at('code'), codeReason: at('codeReason') });
  for (const { code, given, limit } of taken.refusals)
    fault(
      headingOf('code'),
      code === 'enterprise-code-reason' ? 'enterprise-row-code-doubtful' : code,
      given ?? at('code'),
      limit ?? null,
    );
  const named = (field: 'region' | 'park' | 'chain', names: ReadonlyMap<string, string | null>): string | null => {
    if (at(field) === '') return null;
    return (
      names.get(at(field)) ?? wrong(field, field === 'region' ? 'enterprise-row-region' : 'enterprise-row-name-unknown')
    );
  };
  const choice = (
    field: ImportField,
    of: ReadonlyMap<string, string>,
    names: Readonly<Record<string, string>>,
  ): string | null =>
    at(field) === ''
      ? null
      : (of.get(at(field)) ?? wrong(field, 'enterprise-row-choice', Object.values(names).join('、')));
  const industry =
    at('industry') === ''
      ? null
      : (/^[A-T]?(\d{2,4})/u.exec(at('industry'))?.[1] ?? wrong('industry', 'enterprise-row-industry'));
  const foundedOn = at('foundedOn') === '' ? null : dayOf(at('foundedOn'));
  if (at('foundedOn') !== '' && (foundedOn === null || foundedOn > rules.today))
    wrong('foundedOn', 'enterprise-row-day');
  const capital = at('capital') === '' ? null : wholeOf(at('capital'), 6);
  if (at('capital') !== '' && (capital === null || capital < 0 || capital > 1e15))
    wrong('capital', 'enterprise-row-number', '万元');
  const figures: Record<string, Record<string, number>> = {};
  for (const column of rules.figures) readFigure(column, plain(cells[column.at] ?? ''), figures, fault);
  const content = cleaned({
    ...emptyContent,
    ...{ code: taken.code, codeReason: taken.codeReason, name: at('name'), shortName: at('shortName') },
    ...{ otherNames: listOf(at('otherNames')), legalRepresentative: at('legalRepresentative'), address: at('address') },
    ...{
      regionId: named('region', rules.names.regions) ?? rules.regionId,
      parkId: named('park', rules.names.units),
      industry,
    },
    scale: choice('scale', scaleOf, scaleNames) as EnterpriseContent['scale'],
    ...{ foundedOn, capitalFen: capital, scope: at('scope'), products: listOf(at('products')) },
    state: (choice('state', stateOf, stateNames) ?? 'open') as EnterpriseContent['state'],
    chainId: named('chain', rules.names.chains),
  });
  return faults.length > 0
    ? { row: null, faults }
    : { row: { line, content, saysRegion: at('region') !== '', saysState: at('state') !== '', figures }, faults };
}

/** A cell without blanks at its ends and without the apostrophe that keeps a text from being taken for a formula. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/u, '');
const listOf = (text: string): string[] =>
  text
    .split(/[、,，;；|\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `2020-05-01`, `2020/5/1`, `2020年5月1日`, `20200501`. */
function dayOf(text: string): Day | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ??
    [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDayText(written) ? written : null;
}

/** A number with at most so many decimals, as a whole number of its last decimal; from the digits, never through fractions. */
export function wholeOf(text: string, decimals: number): number | null {
  const [, sign, whole, rest = ''] =
    /^(-?)(\d{1,15}|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/u.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  if (whole === undefined || /[1-9]/u.test(rest.slice(decimals))) return null;
  const value = Number(whole.replaceAll(',', '') + rest.slice(0, decimals).padEnd(decimals, '0'));
  return Number.isSafeInteger(value) ? (sign === '-' ? 0 - value : value) : null;
}

function readFigure(
  { period, kind, heading }: FigureColumn,
  text: string,
  figures: Record<string, Record<string, number>>,
  fault: (column: string, code: string, given: string, limit: string) => null,
): void {
  if (text === '' || text === '-' || text === '—') return;
  const value = wholeOf(text, kind.decimals);
  if (value === null) fault(heading, 'enterprise-row-number', text, kind.unit);
  else if (isBeyond(kind, value))
    fault(heading, 'enterprise-row-range', text, `${kind.least ?? '…'} 和 ${kind.most ?? '…'}${kind.unit}`);
  else {
    figures[period] ??= {};
    (figures[period] ?? {})[kind.id] = value;
  }
}

const isBeyond = ({ least, most, decimals }: FigureKind, value: number): boolean => {
  const one = 10 ** decimals;
  return (least !== null && value < least * one) || (most !== null && value > most * one);
};
