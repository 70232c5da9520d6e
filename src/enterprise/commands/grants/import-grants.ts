import { sha256, sm3 } from '../../../../platform/digest/index.ts';
import type { AnswerOf } from '../../../../platform/http/endpoint.ts';
import { say } from '../../../../platform/messages/index.ts';
import { writeForm } from '../../../../platform/workbook/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError, readSheet, type SheetFault, type SheetRecord, type SheetText } from '../../../kernel/index.ts';
import type { enterpriseApi } from '../../contract.ts';
import {
  type EnterpriseDb,
  enterprisesOfCodes,
  type GrantFacts,
  insertGrant,
  type StoredEnterprise,
  type StoredGrant,
  sameGrants,
  saveGrant,
} from '../../store.ts';
import { doingOf, type FilePartDeps } from '../deps.ts';
import { lockEnterprise, placeOf, reaches } from '../lock.ts';
import { grantSpec } from './grant-sheet.ts';
import { cleanedGrant, factsOf, grantFaults, writeGrantChange } from './keep-grants.ts';

/** An uploaded file with the text of its cells. */
export interface SentGrants {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetText[];
}
type Checked = AnswerOf<typeof enterpriseApi.checkGrants>;

/** A year of a city has fewer; a longer list is sent in parts. */
const mostRows = 5000;
const mostFaults = 500;
const mostDifferences = 200;

export async function grantTemplate(actor: Actor): Promise<Buffer> {
  permit(actor, 'enterprise.read');
  const lines = [
    '每笔一行，几级分担的每级一行。带 * 的必须填。金额的单位是元。',
    '企业按统一社会信用代码找；名录里没有的，先登记企业。',
    '同一家企业、同一事项、同一天、同一出资方的算同一笔，只改内容，不再登记一次。',
  ];
  return writeForm([{ spec: grantSpec, rows: [] }], { name: '怎样填', lines });
}

/** What a list would note and change, and what is wrong in it. Saves nothing. */
export async function checkGrants(actor: Actor, sent: SentGrants, deps: FilePartDeps): Promise<Checked> {
  permit(actor, 'enterprise.keep');
  const { count, faults, rows, fingerprint } = await planOf(actor, sent, deps.db, deps);
  const added = rows.filter(({ known }) => known === null).length;
  return {
    ...{ rows: count, faultCount: faults.length, fingerprint },
    faults: faults.slice(0, mostFaults).map((fault) => ({
      ...{ sheet: fault.sheet, row: fault.row, column: fault.column, code: fault.code },
      ...{ given: fault.given ?? null, message: say(fault) },
    })),
    counts: [{ sheet: grantSpec.name, added, changed: rows.length - added, ended: 0 }],
    differences: rows.slice(0, mostDifferences).map(({ row, enterprise, facts, known }) => ({
      ...{ sheet: grantSpec.name, key: `${row}`, name: `${enterprise.name}：${facts.title}` },
      fate: known === null ? 'added' : 'changed',
      changes: known === null ? [] : differences(known, facts),
    })),
  };
}

/** Carries a list out, all of it or nothing. Refuses one with faults, and one that was checked before something changed. */
export async function importGrants(
  actor: Actor,
  { fingerprint, ...sent }: SentGrants & { readonly fingerprint: string },
  deps: FilePartDeps,
): Promise<{ added: number; changed: number }> {
  permit(actor, 'enterprise.keep');
  return recording(deps, actor, async (db, note) => {
    const planned = await planOf(actor, sent, db, deps);
    if (planned.fingerprint !== fingerprint)
      throw new RefusalError({ code: 'enterprise-grants-stale', field: 'fingerprint' });
    if (planned.faults.length > 0)
      throw new RefusalError({ code: 'import-faulty', field: sent.fileName, given: planned.faults.length });
    if (planned.rows.length === 0) throw new RefusalError({ code: 'import-changes-nothing', field: sent.fileName });
    const doing = doingOf(deps, actor);
    let added = 0;
    for (const { enterprise, facts, known } of planned.rows) {
      await lockEnterprise(db, actor, enterprise.id, null);
      if (known === null) {
        await insertGrant(db, { id: deps.newId(), enterpriseId: enterprise.id, ...facts, ...doing });
        added += 1;
      } else await saveGrant(db, known.id, facts, doing);
      const before = known === null ? {} : factsOf(known);
      const change = { holdsFrom: facts.grantedOn, before, after: { ...facts }, reason: `导入 ${sent.fileName}` };
      await writeGrantChange(db, actor, enterprise.id, change, deps);
    }
    const changed = planned.rows.length - added;
    note({
      action: 'enterprise.import-grants',
      record: { kind: 'enterprise', id: fingerprint, name: sent.fileName },
      changes: [
        { field: 'added', before: null, after: added },
        { field: 'changed', before: null, after: changed },
      ],
    });
    return { added, changed };
  });
}

interface PlannedRow {
  readonly row: number;
  readonly enterprise: StoredEnterprise;
  readonly facts: GrantFacts;
  /** The same grant that is noted already, with something else in it. */
  readonly known: StoredGrant | null;
}

async function planOf(actor: Actor, sent: SentGrants, db: EnterpriseDb, deps: FilePartDeps) {
  const sheet = sheetOf(sent);
  const { records, faults: misread } = readSheet(grantSpec, sheet);
  const faults: SheetFault[] = [...misread];
  const fault = (
    row: number,
    column: string,
    code: string,
    given: string | number,
    limit: string | number | null = null,
  ) => void faults.push({ code, sheet: grantSpec.name, row, column, given, limit });
  const wrong = new Set(misread.map(({ row }) => row));
  const sound = records.filter(({ row }) => !wrong.has(row));
  const codes = [...new Set(sound.map((record) => textOf(record, 'code').toUpperCase()))];
  const byCode = new Map((await enterprisesOfCodes(db, actor, codes)).map((each) => [each.code, each]));
  const seen = new Map<string, number>();
  const read = sound.flatMap((record) => {
    const { row } = record;
    const code = textOf(record, 'code').toUpperCase();
    const enterprise = byCode.get(code);
    if (enterprise === undefined || !reaches(actor, placeOf(enterprise))) {
      fault(row, '信用代码', 'enterprise-unknown', code);
      return [];
    }
    const facts = cleanedGrant(factsIn(record));
    if (!Number.isSafeInteger(facts.amountFen) || facts.amountFen < 1)
      fault(row, '金额（元）', 'enterprise-grant-amount', Number(record.values.amount ?? 0));
    for (const { code: found, field = '', given, limit } of grantFaults(facts, deps))
      fault(row, columnOf[field] ?? field, found, given ?? '', limit ?? null);
    const key = keyOf({ enterpriseId: enterprise.id, ...facts });
    const above = seen.get(key);
    if (above !== undefined) fault(row, '奖补事项', 'enterprise-grant-row-twice', facts.title, above);
    seen.set(key, row);
    return [{ row, enterprise, facts, key }];
  });
  const same = await sameGrants(
    db,
    read.map(({ enterprise, facts }) => ({ enterpriseId: enterprise.id, ...facts })),
  );
  const knownByKey = new Map(
    same.map((grant) => [keyOf({ enterpriseId: grant.enterprise_id, ...factsOf(grant) }), grant]),
  );
  const rows: PlannedRow[] = read.flatMap(({ key, ...rest }) => {
    const known = knownByKey.get(key) ?? null;
    return known !== null && differences(known, rest.facts).length === 0 ? [] : [{ ...rest, known }];
  });
  const state = rows.map(({ known, enterprise }) => [enterprise.id, known?.id ?? null, known?.revision ?? null]);
  const fingerprint = sm3(`${JSON.stringify(state)} ${sha256(sent.bytes)}`).slice(4, 36);
  return { count: records.length, faults, rows, fingerprint };
}

function sheetOf({ sheets }: SentGrants): SheetText {
  const sheet = sheets.find(({ name }) => name === grantSpec.name) ?? (sheets.length === 1 ? sheets[0] : undefined);
  if (sheet === undefined)
    throw new RefusalError({ code: 'enterprise-sheet-missing', field: grantSpec.name, given: grantSpec.name });
  const given = sheet.rows.length - 1;
  if (given > mostRows)
    throw new RefusalError({ code: 'enterprise-sheet-long', field: grantSpec.name, given, limit: mostRows });
  return sheet;
}

const textOf = (record: SheetRecord, field: string): string => String(record.values[field] ?? '').trim();

function factsIn(record: SheetRecord): GrantFacts {
  const clause = textOf(record, 'clause');
  const paidYear = textOf(record, 'paidYear');
  return {
    ...{ clause: clause === '' ? null : clause, title: textOf(record, 'title') },
    ...{ docNumber: textOf(record, 'docNumber'), grantedOn: textOf(record, 'grantedOn') },
    // What is finer than a fen is no sum, and is told as a fault.
    amountFen: fenOf(Number(Number(record.values.amount ?? 0))),
    ...{ payer: textOf(record, 'payer'), paidYear: paidYear === '' ? null : Number(paidYear) },
    source: textOf(record, 'source'),
  };
}

function fenOf(yuan: number): number {
  const fen = Math.round(yuan * 100);
  return Math.abs(yuan * 100 - fen) < 0.000_1 && fen <= 1_000_000_000_000_000 ? fen : Number.NaN;
}

const columnOf: Readonly<Record<string, string>> = {
  ...{ clause: '条款', grantedOn: '发文日期', paidYear: '拨付年份' },
};
const words: Readonly<Record<string, string>> = {
  ...{ clause: '条款', docNumber: '文号', amountFen: '金额', paidYear: '拨付年份', source: '凭据' },
};
const keyOf = ({
  enterpriseId,
  title,
  grantedOn,
  payer,
}: Pick<GrantFacts, 'title' | 'grantedOn' | 'payer'> & { readonly enterpriseId: string }): string =>
  JSON.stringify([enterpriseId, title, grantedOn, payer]);

function differences(known: StoredGrant, facts: GrantFacts) {
  const written = (field: string, value: unknown): string | null =>
    value === null ? null : field === 'amountFen' ? `${Number(value) / 100} 元` : String(value);
  const [before, after] = [factsOf(known), facts as unknown as Readonly<Record<string, unknown>>];
  return Object.keys(words).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ field: words[field] ?? field, before: written(field, before[field]), after: written(field, after[field]) }],
  );
}
