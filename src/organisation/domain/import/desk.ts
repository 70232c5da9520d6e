import type { CellValue, Refusal, SheetFault, SheetRecord } from '../../../kernel/index.ts';
import type { Change, Kind, Organisation, Records } from '../change/model.ts';
import { unitNames } from '../name/unit-names.ts';
import { isMasked, masked, type SensitiveField } from '../person/mask.ts';
import type { Registers } from '../register/index.ts';
import { type RecordKind, sheetSpecs } from '../sheet/specs.ts';

/** What an import is worked out with: the organisation as it is, and as the rows read so far make it. */
export interface Desk {
  readonly before: Organisation;
  /** Grows as the sheets are read, from regions to grants. */
  readonly now: { readonly [K in Kind]: Map<string, Records[K]> };
  readonly roles: Organisation['roles'];
  readonly registers: Registers;
  readonly newId: () => string;
  /** Rows of records, to tell faults at: `unit u1` → 7; of regions with the beginning of the term. */
  readonly rows: Map<string, number>;
  readonly faults: SheetFault[];
  readonly changes: Change[];
}

export const deskOf = (before: Organisation, registers: Registers, newId: () => string): Desk => ({
  before,
  now: {
    region: new Map(before.region),
    unit: new Map(before.unit),
    chain: new Map(before.chain),
    person: new Map(before.person),
    post: new Map(before.post),
    delegation: new Map(before.delegation),
    grant: new Map(before.grant),
  },
  roles: before.roles,
  registers,
  newId,
  rows: new Map(),
  faults: [],
  changes: [],
});

/** Tells a fault of a row at the column of the refusal's field. */
export function tell(desk: Desk, kind: RecordKind, row: number | null, refusal: Refusal): void {
  const spec = sheetSpecs[kind];
  const column = spec.columns.find(({ field }) => field === refusal.field)?.title ?? null;
  desk.faults.push({ ...refusal, sheet: spec.name, row, column });
}

/** The value of a field: that of the row, or, where the file has no such column, what it was. */
export const given = <T extends CellValue>({ values }: SheetRecord, field: string, old: T): T =>
  Object.hasOwn(values, field) ? (values[field] as T) : old;

export const textOf = ({ values }: SheetRecord, field: string): string | null => {
  const value = values[field];
  return typeof value === 'string' ? value : null;
};

/** A sensitive value: one that came back masked as it was shown is left as it was. */
export function sensitive(
  desk: Desk,
  kind: RecordKind,
  record: SheetRecord,
  field: SensitiveField,
  old: string | null,
): string | null {
  const value = given<string | null>(record, field, old);
  if (value === null || !isMasked(value)) return value?.replaceAll(/\s/g, '') ?? null;
  if (value !== masked(field, old)) tell(desk, kind, record.row, { code: 'masked-value-strange', field, given: value });
  return old;
}

/** Notes a record, as it is after its row, and the change if it is one. */
export function put<K extends Kind>(desk: Desk, kind: K, key: string, after: Records[K], changed: boolean): void {
  const before = desk.before[kind].get(key) ?? null;
  (desk.now[kind] as Map<string, Records[K]>).set(key, after);
  if (changed) desk.changes.push({ kind, key, before, after } as unknown as Change);
}

/**
 * Which record of a kind a row means: by its id, or by what else tells it, or a new one. Tells rows that mean the same
 * record twice.
 */
export function identify(
  desk: Desk,
  kind: Exclude<RecordKind, 'region'>,
  record: SheetRecord,
  found: readonly string[],
): string {
  const own = textOf(record, 'id');
  const key = own ?? found[0] ?? desk.newId();
  const place = `${kind} ${key}`;
  const first = desk.rows.get(place);
  if (first !== undefined)
    tell(desk, kind, record.row, { code: 'row-twice', field: own === null ? 'name' : 'id', given: key, limit: first });
  else desk.rows.set(place, record.row);
  return key;
}

/** Resolves what a cell refers to; tells a name that nobody or more than one bears. */
export function referred(
  desk: Desk,
  kind: RecordKind,
  record: SheetRecord,
  field: string,
  found: readonly string[],
): string | null {
  const name = textOf(record, field);
  if (name === null) return null;
  if (found.length === 1) return found[0]!;
  const code = found.length === 0 ? 'reference-unknown' : 'reference-unclear';
  tell(desk, kind, record.row, { code, field, given: name, ...(found.length > 1 && { limit: found.join('、') }) });
  return null;
}

/** Ids of what is called so: first by id itself, then by name. */
export type Finder = (name: string) => readonly string[];

export function finderByName<T>(records: ReadonlyMap<string, T>, namesOf: (record: T) => readonly string[]): Finder {
  const byName = new Map<string, string[]>();
  for (const [key, record] of records)
    for (const name of new Set(namesOf(record))) {
      const keys = byName.get(name);
      if (keys === undefined) byName.set(name, [key]);
      else keys.push(key);
    }
  return (name) => (records.has(name) ? [name] : (byName.get(name) ?? []));
}

export const regionFinder = ({ now }: Desk): Finder =>
  finderByName(now.region, ({ terms }) => terms.flatMap(({ name, aliases }) => [name, ...aliases]));

export function unitFinder(desk: Desk): (name: string, home: string | null) => readonly string[] {
  const names = unitNames([...desk.now.unit.values()], desk.registers);
  return (name, home) => (desk.now.unit.has(name) ? [name] : names.find(name, home));
}
