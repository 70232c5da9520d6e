import type { SelectionRoundBody, SelectionRoundJson } from '../../contract.ts';

/** What the pages reckon themselves: typed numbers, the body of a round, what can be done next. No IO. */

/** A decimal as it is typed, as a whole of so many places; null: it is none, or has more places. */
export function wholeIn(text: string, places: number): number | null {
  const found = /^\s*(-?)(\d{1,11})(?:[.。](\d+))?\s*$/u.exec(text.replaceAll(',', ''));
  if (found === null) return null;
  const [, sign = '', whole = '', part = ''] = found;
  const rest = part.replace(/0+$/u, '');
  if (rest.length > places) return null;
  const value = Number(whole + rest.padEnd(places, '0'));
  return sign === '-' ? -value : value;
}
/** The other way round. */
export function textOf(value: number, places: number): string {
  const digits = Math.abs(value)
    .toString()
    .padStart(places + 1, '0');
  const part = places === 0 ? '' : digits.slice(-places).replace(/0+$/u, '');
  const whole = places === 0 ? digits : digits.slice(0, -places);
  return `${value < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}
export const pointText = (hundredths: number): string => textOf(hundredths, 2);
export const pointsIn = (text: string): number | null => wholeIn(text, 2);

/** One line of the form's table of measures, as it is typed. */
export interface MeasureRow {
  readonly name: string;
  readonly fact: string;
  readonly per: string;
  readonly zero: string;
  readonly full: string;
  readonly most: string;
}
export interface ItemRow {
  readonly name: string;
  readonly most: string;
}
export const emptyMeasure: MeasureRow = { name: '', fact: '', per: '', zero: '', full: '', most: '' };
export const emptyItem: ItemRow = { name: '', most: '' };

const scaledPlaces = 4;

export interface RowFault {
  readonly name: 'measures' | 'items';
  readonly sentence: string;
}

/** What is wrong in the two tables of the form, in sentences. */
export function rowFaults(measures: readonly MeasureRow[], items: readonly ItemRow[]): RowFault[] {
  const measureFaults = measures.flatMap(({ name, fact, zero, full, most }, at): RowFault[] => {
    const line = `第 ${at + 1} 个指标`;
    if (fact === '') return [{ name: 'measures', sentence: `${line}还没有选用哪个数。` }];
    if (name.trim() === '') return [{ name: 'measures', sentence: `${line}还没有名称。` }];
    if (wholeIn(zero, scaledPlaces) === null || wholeIn(full, scaledPlaces) === null)
      return [{ name: 'measures', sentence: `${line}的零分值和满分值要写数，最多四位小数。` }];
    if ((pointsIn(most) ?? 0) <= 0) return [{ name: 'measures', sentence: `${line}的分值要大于 0，最多两位小数。` }];
    return [];
  });
  const itemFaults = items.flatMap(({ name, most }, at): RowFault[] =>
    name.trim() === '' || (pointsIn(most) ?? 0) <= 0
      ? [{ name: 'items', sentence: `第 ${at + 1} 个评分项要有名称和大于 0 的分值。` }]
      : [],
  );
  return [...measureFaults, ...itemFaults];
}

type Values = Readonly<Record<string, unknown>>;
const text = (values: Values, name: string): string => (typeof values[name] === 'string' ? values[name] : '');
const orNull = (value: string): string | null => (value === '' ? null : value);
const rowsIn = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);
const count = (value: unknown): number => Number(value ?? 0);

/** The body of a round from what was typed; only of values without faults. */
export function bodyIn(values: Values): SelectionRoundBody {
  const expertShare = count(values.expertShare);
  const places = text(values, 'places').trim();
  const spread = pointsIn(text(values, 'spread'));
  return {
    ...{ name: text(values, 'name').trim(), titleKind: text(values, 'titleKind'), regionId: text(values, 'regionId') },
    ...{
      chainId: orNull(text(values, 'chainId')),
      applyFrom: text(values, 'applyFrom'),
      applyTo: text(values, 'applyTo'),
    },
    ...{
      scoreTo: orNull(text(values, 'scoreTo')),
      publicityDays: count(values.publicityDays),
      note: text(values, 'note'),
    },
    measures: rowsIn<MeasureRow>(values.measures).map(({ name, fact, per, zero, full, most }) => ({
      ...{ fact, per: orNull(per), name: name.trim(), zero: wholeIn(zero, scaledPlaces) ?? 0 },
      ...{ full: wholeIn(full, scaledPlaces) ?? 0, most: pointsIn(most) ?? 0 },
    })),
    items: rowsIn<ItemRow>(values.items).map(({ name, most }) => ({ name: name.trim(), most: pointsIn(most) ?? 0 })),
    ...{ quantitativeShare: 100 - expertShare, expertShare, panel: expertShare === 0 ? 0 : count(values.panel) },
    ...{ trimmed: values.trimmed === true, spread, places: places === '' ? null : Number(places) },
    line: pointsIn(text(values, 'line')) ?? 0,
    ties: rowsIn<string>(values.ties).map(String),
  };
}

/** A round as the form types it. */
export function valuesOf(round: SelectionRoundJson): Values {
  const { items } = round;
  return {
    ...{ name: round.name, titleKind: round.titleKind.id, regionId: round.region.id, chainId: round.chain?.id ?? '' },
    ...{ applyFrom: round.applyFrom, applyTo: round.applyTo, scoreTo: round.scoreTo ?? '', note: round.note },
    ...{
      publicityDays: String(round.publicityDays),
      expertShare: String(round.expertShare),
      panel: String(round.panel),
    },
    measures: round.measures.map(({ name, fact, per, zero, full, most }) => ({
      ...{ name, fact, per: per ?? '', zero: textOf(zero, scaledPlaces), full: textOf(full, scaledPlaces) },
      most: pointText(most),
    })),
    items: items.map(({ name, most }) => ({ name, most: pointText(most) })),
    ...{ trimmed: round.trimmed, spread: round.spread === null ? '' : pointText(round.spread) },
    ...{ places: round.places === null ? '' : String(round.places), line: pointText(round.line) },
    ties: round.ties.map((tie) => {
      const at = items.findIndex(({ id }) => tie === `item:${id}`);
      return at < 0 ? tie : `item:${at}`;
    }),
  };
}

export type RoundAction = 'open' | 'close-applications' | 'close-scoring' | 'decide' | 'publish' | 'edit' | 'end';

/** What whoever runs a round can do with it on a day: the next step first; null: it has to wait for a day. */
export function actionsOf(
  { state, applyTo, publicityTo }: Pick<SelectionRoundJson, 'state' | 'applyTo' | 'publicityTo'>,
  day: string,
): { readonly next: RoundAction | null; readonly waitsFor: string | null; readonly more: readonly RoundAction[] } {
  const waiting = (until: string | null, action: RoundAction) =>
    until !== null && day <= until ? { next: null, waitsFor: until } : { next: action, waitsFor: null };
  switch (state) {
    case 'draft':
      return { next: 'open', waitsFor: null, more: ['edit', 'end'] };
    case 'applying':
      return { ...waiting(applyTo, 'close-applications'), more: ['edit', 'end'] };
    case 'scoring':
      return { next: 'close-scoring', waitsFor: null, more: ['edit', 'end'] };
    case 'ranked':
      return { next: 'decide', waitsFor: null, more: ['end'] };
    case 'publicity':
      return { ...waiting(publicityTo, 'publish'), more: ['end'] };
    default:
      return { next: null, waitsFor: null, more: [] };
  }
}

/** Points that were typed on a sheet: the whole, and the first item that is not right. */
export function typedSheet(
  items: readonly { readonly id: string; readonly name: string; readonly most: number }[],
  typed: Readonly<Record<string, string>>,
): {
  readonly points: Readonly<Record<string, number>>;
  readonly total: number;
  readonly fault: string | null;
  readonly open: number;
} {
  const points: Record<string, number> = {};
  let fault: string | null = null;
  let open = 0;
  for (const { id, name, most } of items) {
    const words = (typed[id] ?? '').trim();
    const value = words === '' ? null : pointsIn(words);
    if (words === '') open += 1;
    else if (value === null || value < 0 || value > most)
      fault ??= `“${name}”要写 0 到 ${pointText(most)} 分，最多两位小数。`;
    else points[id] = value;
  }
  return { points, total: Object.values(points).reduce((sum, each) => sum + each, 0), fault, open };
}

/** `第 2 名`, `并列第 2 名`. */
export const placeText = (place: number, all: readonly { readonly place: number }[]): string =>
  `${all.filter((each) => each.place === place).length > 1 ? '并列' : ''}第 ${place} 名`;
