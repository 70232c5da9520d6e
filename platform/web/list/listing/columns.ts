import type { Column } from '../model.ts';

/** The columns that are shown, in the order a person chose; without a choice all that are not hidden at first. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: string | undefined): readonly Column<Row>[] {
  const keys = [...new Set(chosen?.split(',') ?? [])];
  const found = keys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return found.length > 0 ? found : columns.filter(({ hidden }) => hidden !== true);
}

/** One column as the chooser lists it. */
export interface ColumnChoice {
  readonly key: string;
  readonly shown: boolean;
}

/** All columns for the chooser: those shown in their order, then the others in theirs. */
export function columnChoices<Row>(
  columns: readonly Column<Row>[],
  chosen: string | undefined,
): readonly ColumnChoice[] {
  const shown = shownColumns(columns, chosen).map(({ key }) => key);
  const others = columns.filter(({ key }) => !shown.includes(key));
  return [...shown.map((key) => ({ key, shown: true })), ...others.map(({ key }) => ({ key, shown: false }))];
}

/** The list with one entry at another place; a place outside of the list is its end. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined) return list;
  const others = list.filter((_, at) => at !== from);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), entry, ...others.slice(place)];
}

/** The choice as an address holds it; undefined when it is what the list shows anyway. */
export function chosenColumns<Row>(
  columns: readonly Column<Row>[],
  choices: readonly ColumnChoice[],
): string | undefined {
  const chosen = choices
    .filter(({ shown }) => shown)
    .map(({ key }) => key)
    .join();
  const usual = shownColumns(columns, undefined)
    .map(({ key }) => key)
    .join();
  return chosen === usual || chosen === '' ? undefined : chosen;
}
