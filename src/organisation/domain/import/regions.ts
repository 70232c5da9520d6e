import type { SheetRecord } from '../../../kernel/index.ts';
import { same } from '../change/model.ts';
import { startOf } from '../life.ts';
import type { Region, RegionTerm } from '../model.ts';
import { type Desk, finderByName, given, put, referred, tell, textOf } from './desk.ts';

/** Rows of one code are the terms of one region; a row changes the stored term that begins on the same day. */
export function importRegions(desk: Desk, records: readonly SheetRecord[]): void {
  const coded = records.filter((record) => textOf(record, 'code') !== null);
  const names = finderByName(withNew(desk, coded), (known) => known);
  for (const [code, rows] of Map.groupBy(coded, (record) => textOf(record, 'code')!)) {
    const before = desk.before.region.get(code) ?? null;
    const terms = new Map((before?.terms ?? []).map((term) => [term.validFrom, term]));
    const seen = new Set<string | null>();
    for (const record of rows) {
      const from = textOf(record, 'validFrom');
      if (seen.has(from))
        tell(desk, 'region', record.row, {
          code: 'row-twice',
          field: 'code',
          given: code,
          limit: desk.rows.get(`region ${code} ${from}`)!,
        });
      seen.add(from);
      desk.rows.set(`region ${code} ${from}`, record.row);
      if (!desk.rows.has(`region ${code}`)) desk.rows.set(`region ${code}`, record.row);
      terms.set(from, termOf(desk, record, terms.get(from) ?? null, names));
    }
    const [first] = rows;
    const after: Region = {
      code,
      level: given(first!, 'level', before?.level ?? 'county') as Region['level'],
      local: given(first!, 'local', before?.local ?? code.includes('-')),
      terms: [...terms.values()].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
    };
    put(desk, 'region', code, after, !same(before, after));
  }
}

function termOf(
  desk: Desk,
  record: SheetRecord,
  old: RegionTerm | null,
  names: (name: string) => readonly string[],
): RegionTerm {
  const parent = textOf(record, 'parent');
  const successor = textOf(record, 'successor');
  return {
    name: given(record, 'name', old?.name ?? '') ?? '',
    parent:
      parent === null
        ? textOf(record, 'level') === 'province'
          ? null
          : (old?.parent ?? codeAbove(textOf(record, 'code')!))
        : referred(desk, 'region', record, 'parent', names(parent)),
    aliases: given<readonly string[]>(record, 'aliases', old?.aliases ?? []),
    successor:
      successor === null
        ? given(record, 'successor', old?.successor ?? null)
        : referred(desk, 'region', record, 'successor', names(successor)),
    validFrom: textOf(record, 'validFrom'),
    validTo: given(record, 'validTo', old?.validTo ?? null),
  };
}

/** Names of the regions there are and of those that the file brings, so that rows may stand in any order. */
function withNew(desk: Desk, records: readonly SheetRecord[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [code, { terms }] of desk.before.region)
    names.set(
      code,
      terms.flatMap(({ name, aliases }) => [name, ...aliases]),
    );
  for (const record of records) {
    const code = textOf(record, 'code')!;
    names.set(code, [...(names.get(code) ?? []), textOf(record, 'name') ?? '']);
  }
  return names;
}

/** The region above by the code alone: 990103 → 990100 → 990000; towns and local codes by what stands before. */
export function codeAbove(code: string): string | null {
  if (code.includes('-')) return code.split('-')[0]!;
  if (code.length === 9) return code.slice(0, 6);
  if (code.endsWith('0000')) return null;
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}
