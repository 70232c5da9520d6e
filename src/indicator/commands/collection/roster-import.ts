import { sha256, sm3 } from '../../../../platform/digest/index.ts';
import { say } from '../../../../platform/messages/index.ts';
import { writeForm } from '../../../../platform/workbook/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError, readSheet, type SheetFault, type SheetSpec, type SheetText } from '../../../kernel/index.ts';
import type { ImportCheckJson } from '../../contract.ts';
import { fateOfEntry, type KnownEntry, type RosterEntry } from '../../domain/roster.ts';
import { allChains, allUnits, lockRosters, putEntries, rosterOfUnits } from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { syncOpenSheets } from './roster.ts';

/** An uploaded file with the text of its cells. */
export interface SentSheets {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetText[];
}

export const rosterSpec: SheetSpec = {
  name: '填报名录',
  columns: [
    {
      field: 'enterpriseId',
      title: '企业编号',
      width: 24,
      required: true,
      form: { kind: 'text', most: 80 },
      help: '统一社会信用代码；没有的用自己的编号，只用字母、数字、点、横线',
    },
    { field: 'name', title: '企业名称', width: 36, required: true, form: { kind: 'text', most: 200 } },
    {
      field: 'unit',
      title: '填报单位',
      width: 24,
      form: { kind: 'text', most: 80 },
      help: '名称或编号；不写：您自己的单位',
    },
    { field: 'chain', title: '产业链', width: 20, form: { kind: 'text', most: 80 }, help: '名称或编号' },
    {
      field: 'from',
      title: '从哪个月起',
      width: 14,
      form: { kind: 'text', most: 20 },
      help: '例如 2025-03；不写：本月',
    },
    { field: 'until', title: '报到哪个月', width: 14, form: { kind: 'text', most: 20 }, help: '不写：没有期限' },
  ],
};
const mostRows = 20_000;
const mostFaults = 500;
const mostDifferences = 200;

export async function rosterTemplate(actor: Actor): Promise<Buffer> {
  permit(actor, 'indicator.read');
  const lines = ['每家企业一行。带 * 的必须填。', '同一家企业换了产业链：旧的写上“报到哪个月”，新的另写一行。'];
  return writeForm([{ spec: rosterSpec, rows: [] }], { name: '怎样填', lines });
}

/** What a file would do to the rosters and everything that is wrong in it. Saves nothing. */
export async function checkRosterImport(actor: Actor, sent: SentSheets, deps: IndicatorDeps): Promise<ImportCheckJson> {
  permit(actor, 'indicator.enter');
  const planned = await planOf(actor, sent, deps.db, deps);
  const { changes, faults } = planned;
  return {
    ...{ rows: planned.rows, faultCount: faults.length },
    faults: faults.slice(0, mostFaults).map((fault) => ({
      ...{ sheet: fault.sheet, row: fault.row, column: fault.column, code: fault.code },
      ...{ given: fault.given ?? null, message: say(fault) },
    })),
    counts: [{ sheet: rosterSpec.name, ...countsOf(changes) }],
    differences: changes.slice(0, mostDifferences).map(({ entry, fate, of }) => ({
      ...{ sheet: rosterSpec.name, key: entry.enterpriseId, name: entry.name, fate },
      changes: [
        ...difference('企业名称', of?.name ?? null, entry.name),
        ...difference('从哪个月起', of?.from ?? null, entry.from),
        ...difference('报到哪个月', of?.until ?? null, entry.until),
      ],
    })),
    fingerprint: planned.fingerprint,
  };
}

const difference = (field: string, before: string | null, after: string | null) =>
  before === after ? [] : [{ field, before, after }];

/** Carries a file out, all of it or nothing. Refuses one with faults, and one that was checked before something changed. */
export async function importRoster(
  actor: Actor,
  { fingerprint, ...sent }: SentSheets & { readonly fingerprint: string },
  deps: IndicatorDeps,
): Promise<{ added: number; changed: number; ended: number }> {
  permit(actor, 'indicator.enter');
  return recording(deps, actor, async (db, note) => {
    const first = await planOf(actor, sent, db, deps);
    const units = [...new Set(first.changes.map(({ entry }) => entry.unitId))];
    await lockRosters(db, units);
    const planned = await planOf(actor, sent, db, deps);
    if (planned.fingerprint !== fingerprint)
      throw new RefusalError({ code: 'figures-import-stale', field: 'fingerprint' });
    if (planned.faults.length > 0)
      throw new RefusalError({ code: 'import-faulty', field: sent.fileName, given: planned.faults.length });
    if (planned.changes.length === 0) throw new RefusalError({ code: 'import-changes-nothing', field: sent.fileName });
    const entries = planned.changes.map(({ entry, of, regionId }) => ({
      ...entry,
      id: of?.id ?? deps.newId(),
      regionId,
    }));
    await putEntries(db, entries, actor.name, deps.clock.now());
    await syncOpenSheets(db, units);
    const counts = countsOf(planned.changes);
    note({
      action: 'indicator.import-roster',
      record: { kind: 'roster', id: fingerprint, name: sent.fileName },
      changes: Object.entries(counts).map(([field, after]) => ({ field, before: null, after })),
    });
    return counts;
  });
}

interface Change {
  readonly entry: RosterEntry;
  readonly fate: 'added' | 'changed' | 'ended';
  readonly of: KnownEntry | null;
  readonly regionId: string;
}

const countsOf = (changes: readonly Change[]) => {
  const count = (fate: Change['fate']): number => changes.filter((change) => change.fate === fate).length;
  return { added: count('added'), changed: count('changed'), ended: count('ended') };
};

async function planOf(actor: Actor, { bytes, sheets }: SentSheets, db: IndicatorDb, deps: IndicatorDeps) {
  const sheet = sheets.find(({ name }) => name === rosterSpec.name) ?? (sheets.length === 1 ? sheets[0] : undefined);
  if (sheet === undefined)
    throw new RefusalError({ code: 'roster-sheet-missing', field: rosterSpec.name, given: rosterSpec.name });
  if (sheet.rows.length > mostRows)
    throw new RefusalError({
      code: 'roster-too-long',
      field: rosterSpec.name,
      given: sheet.rows.length,
      limit: mostRows,
    });
  const { records, faults: misread } = readSheet(rosterSpec, sheet);
  const faults: SheetFault[] = [...misread];
  const [units, chains] = [await allUnits(db), await allChains(db)];
  const month = today(deps).slice(0, 7);
  const read = records.flatMap(({ row, values }) => {
    const text = (field: string): string => String(values[field] ?? '').trim();
    const fault = (column: string, code: string, given: string | null, limit: string | null = null): void =>
      void faults.push({ code, sheet: rosterSpec.name, row, column, given, limit });
    const unit = text('unit') === '' ? units.get(actor.post?.unitId ?? '') : units.get(text('unit'));
    const chain = text('chain') === '' ? null : chains.get(text('chain'));
    const [from, until] = [text('from') === '' ? month : monthOf(text('from')), monthOf(text('until'))];
    const before = faults.length;
    if (!/^[A-Za-z0-9._@-]{1,80}$/u.test(text('enterpriseId')) && text('enterpriseId') !== '')
      fault('企业编号', 'roster-id', text('enterpriseId'));
    if (unit === undefined) fault('填报单位', 'roster-unit-unknown', text('unit'));
    if (unit === null) fault('填报单位', 'roster-unit-ambiguous', text('unit'));
    if (chain === undefined) fault('产业链', 'roster-chain-unknown', text('chain'));
    if (text('chain') !== '' && chain === null) fault('产业链', 'roster-unit-ambiguous', text('chain'));
    if (from === null) fault('从哪个月起', 'roster-not-a-month', text('from'));
    if (until === null && text('until') !== '') fault('报到哪个月', 'roster-not-a-month', text('until'));
    if (faults.length > before || unit == null || from === null || text('enterpriseId') === '') return [];
    const chainId = chain?.id ?? null;
    if (!covers(actor.reach, { regionId: unit.regionId ?? null, unitId: unit.id, chainId })) {
      fault('填报单位', 'roster-beyond-reach', unit.name);
      return [];
    }
    const entry: RosterEntry = {
      ...{ unitId: unit.id, enterpriseId: text('enterpriseId'), name: text('name'), chainId, from, until },
    };
    return [{ row, entry, regionId: unit.regionId ?? '' }];
  });
  const known: KnownEntry[] = await rosterOfUnits(db, [...new Set(read.map(({ entry }) => entry.unitId))]);
  const state = known.map(({ id, name, until }) => [id, name, until]).toSorted();
  const byEnterprise = Map.groupBy(known, ({ unitId, enterpriseId }) => `${unitId}\n${enterpriseId}`);
  const changes = read.flatMap(({ row, entry, regionId }): Change[] => {
    const key = `${entry.unitId}\n${entry.enterpriseId}`;
    const some = byEnterprise.get(key) ?? [];
    const fate = fateOfEntry(entry, some);
    if (fate.fate === 'wrong') {
      faults.push({ ...fate.refusal, sheet: rosterSpec.name, row, column: columnOf(fate.refusal.field) });
      return [];
    }
    if (fate.fate === 'same') return [];
    const of = fate.fate === 'added' ? null : fate.of;
    // What comes further down in the file sees what stands above it.
    byEnterprise.set(key, [...some.filter((each) => each !== of), { ...entry, id: of?.id ?? `row ${row}` }]);
    return [{ entry, fate: fate.fate, of, regionId }];
  });
  const fingerprint = sm3(`${JSON.stringify(state)} ${sha256(bytes)}`).slice(4, 36);
  return { rows: records.length, faults, changes, fingerprint };
}

const columnOf = (field: string | undefined): string =>
  field === 'chainId' ? '产业链' : field === 'until' ? '报到哪个月' : '从哪个月起';

/** `2025-03` of 2025-3, 2025/03, 2025年3月, 202503 and days of it; null for what is no month. */
function monthOf(text: string): string | null {
  const [, year, month] = /^([12]\d{3})[-/.年]?(0?[1-9]|1[0-2])(?:[-/.月]\d{0,2}日?)?$/u.exec(text) ?? [];
  return year === undefined || month === undefined ? null : `${year}-${month.padStart(2, '0')}`;
}
