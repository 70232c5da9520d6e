import type { SheetRecord } from '../../../kernel/index.ts';
import { same } from '../change/model.ts';
import type { Chain, Unit, UnitKind } from '../model.ts';
import {
  type Desk,
  finderByName,
  given,
  identify,
  put,
  referred,
  regionFinder,
  sensitive,
  textOf,
  unitFinder,
} from './desk.ts';

interface Begun {
  readonly record: SheetRecord;
  readonly key: string;
  readonly region: string;
}

/** Units by their id, or by name and region. Parents and successors may stand anywhere in the file. */
export function importUnits(desk: Desk, records: readonly SheetRecord[]): void {
  const begun = begin(desk, 'unit', records);
  for (const { record, key, region } of begun) desk.now.unit.set(key, unitOf(desk, record, key, region));
  const units = unitFinder(desk);
  for (const { record, key, region } of begun) {
    const before = desk.before.unit.get(key) ?? null;
    const link = (field: 'parent' | 'successor'): string | null => {
      const name = textOf(record, field);
      if (name === null) return given(record, field, before?.[field] ?? null);
      return referred(
        desk,
        'unit',
        record,
        field,
        units(name, region).filter((id) => id !== key || name === key),
      );
    };
    const bankAccount = sensitive(desk, 'unit', record, 'bankAccount', before?.bankAccount ?? null);
    const after = {
      ...unitOf(desk, record, key, region),
      parent: link('parent'),
      successor: link('successor'),
      bankAccount,
    };
    put(desk, 'unit', key, after, !same(before, after));
  }
}

function unitOf(desk: Desk, record: SheetRecord, id: string, region: string): Unit {
  const old = desk.before.unit.get(id);
  return {
    id,
    name: given(record, 'name', old?.name ?? '') ?? '',
    kind: given<string | null>(record, 'kind', old?.kind ?? 'other') as UnitKind,
    region,
    parent: old?.parent ?? null,
    aliases: given<readonly string[]>(record, 'aliases', old?.aliases ?? []),
    validFrom: given(record, 'validFrom', old?.validFrom ?? null),
    validTo: given(record, 'validTo', old?.validTo ?? null),
    successor: old?.successor ?? null,
    creditCode: given<string | null>(record, 'creditCode', old?.creditCode ?? null)?.toUpperCase() ?? null,
    bankAccount: old?.bankAccount ?? null,
    note: given<string | null>(record, 'note', old?.note ?? '') ?? '',
  };
}

/** Chains by their id, or by name and region. */
export function importChains(desk: Desk, records: readonly SheetRecord[]): void {
  const begun = begin(desk, 'chain', records);
  for (const { record, key, region } of begun) desk.now.chain.set(key, chainOf(desk, record, key, region));
  const chains = finderByName(desk.now.chain, ({ name, aliases }) => [name, ...aliases]);
  for (const { record, key, region } of begun) {
    const before = desk.before.chain.get(key) ?? null;
    const name = textOf(record, 'parent');
    const near = (found: readonly string[]): readonly string[] => {
      const here = found.filter((id) => id !== key && desk.now.chain.get(id)?.region === region);
      return here.length === 1 ? here : found.filter((id) => id !== key || name === key);
    };
    const parent =
      name === null
        ? given(record, 'parent', before?.parent ?? null)
        : referred(desk, 'chain', record, 'parent', near(chains(name)));
    const after = { ...chainOf(desk, record, key, region), parent };
    put(desk, 'chain', key, after, !same(before, after));
  }
}

function chainOf(desk: Desk, record: SheetRecord, id: string, region: string): Chain {
  const old = desk.before.chain.get(id);
  return {
    id,
    name: given(record, 'name', old?.name ?? '') ?? '',
    region,
    parent: old?.parent ?? null,
    aliases: given<readonly string[]>(record, 'aliases', old?.aliases ?? []),
    validFrom: given(record, 'validFrom', old?.validFrom ?? null),
    validTo: given(record, 'validTo', old?.validTo ?? null),
  };
}

/** Finds out which records the rows mean, before their links are followed. */
function begin(desk: Desk, kind: 'unit' | 'chain', records: readonly SheetRecord[]): Begun[] {
  const regions = regionFinder(desk);
  const stored = Map.groupBy(desk.before[kind].values(), ({ name, region }) => `${region}/${name}`);
  return records.map((record) => {
    const named = textOf(record, 'region');
    const old = desk.before[kind].get(textOf(record, 'id') ?? '');
    const region = (named === null ? old?.region : referred(desk, kind, record, 'region', regions(named))) ?? '';
    const found = stored.get(`${region}/${textOf(record, 'name')}`) ?? [];
    return {
      record,
      region,
      key: identify(
        desk,
        kind,
        record,
        found.map(({ id }) => id),
      ),
    };
  });
}
