import { insideAsSystem } from '../../../../platform/db/index.ts';
import type { Actor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import {
  columnsOf,
  figureColumns,
  type ImportField,
  type ReadRow,
  type RowFault,
  type RowRules,
  readImportRow,
} from '../../domain/import/index.ts';
import { foundIn, searchedOf } from '../../domain/search/index.ts';
import {
  changedBy,
  type EnterpriseDb,
  holdImport,
  importNames,
  knownPlaces,
  openStage,
  putImport,
  repeatedCodes,
  type StagedRow,
  saveStaged,
  settleRows,
  stageRows,
} from '../../store.ts';
import { type EnterpriseDeps, today } from '../deps.ts';
import { reaches } from '../lock.ts';
import { rowsOf, type SentList } from './rows.ts';

/** That many faults are told; a list with more is the wrong file. */
const mostFaults = 1000;
const oftenTold = 10_000;

export interface ImportOf {
  readonly id: string;
  readonly regionId: string;
  readonly at: string;
}

/** How far an import has come; written down for whoever looks. */
export type TellImport = (state: 'reading' | 'saving', rows: number) => Promise<void>;

/**
 * Brings a list into the register in one transaction: all of it, or, with one fault in it, nothing. Every row is checked before
 * the first is written; enterprises of a code that is known are changed where the row says something else, the others are new.
 * Refuses (`enterprise-import-faulty`) with the faults written into `faults`.
 */
export async function runImport(
  actor: Actor,
  list: SentList,
  made: ImportOf,
  deps: EnterpriseDeps,
  tell: TellImport,
  faults: RowFault[],
) {
  return recording(deps, actor, async (db, note) => {
    if (!(await holdImport(db, made.id))) throw new RefusalError({ code: 'enterprise-import-state' });
    await openStage(db);
    const rows = await stageAll(db, actor, list, made, deps, tell, faults);
    if (faults.length === 0) faults.push(...(await repeatedCodes(db, mostFaults)));
    if (faults.length === 0) faults.push(...(await beyond(db, actor)));
    if (faults.length > 0)
      throw new RefusalError({ code: 'enterprise-import-faulty', field: list.fileName, given: faults.length });
    if (rows === 0) throw new RefusalError({ code: 'enterprise-import-empty', field: list.fileName });
    await tell('saving', rows);
    const by = { id: actor.id, name: actor.name };
    const day = today(deps);
    const doing = { importId: made.id, day, at: made.at, by, source: `导入：${list.fileName}`.slice(0, 200) };
    const counts = await insideAsSystem(db, async () => {
      const saved = await saveStaged(db, doing);
      const ids = await changedBy(db, made.id);
      for (let at = 0; at < ids.length; at += 5000)
        await settleRows(db, { ids: ids.slice(at, at + 5000) }, day, deps.tags);
      await putImport(db, made.id, {
        state: 'saved',
        rowsRead: rows,
        rowsTotal: rows,
        counts: saved,
        endedAt: deps.clock.now(),
      });
      return saved;
    });
    note({
      action: 'enterprise.import',
      record: { kind: 'import', id: made.id, name: list.fileName },
      place: { regionId: made.regionId, unitId: null, chainId: null },
      changes: Object.entries(counts).map(([field, after]) => ({ field, before: null, after })),
    });
    return { rows, ...counts };
  });
}

/** Reads and checks every row and lays the sound ones aside; gives how many there are. */
async function stageAll(
  db: EnterpriseDb,
  actor: Actor,
  list: SentList,
  made: ImportOf,
  deps: EnterpriseDeps,
  tell: TellImport,
  faults: RowFault[],
): Promise<number> {
  const [regions, units, chains] = [
    await importNames(db, 'region'),
    await importNames(db, 'unit'),
    await importNames(db, 'chain'),
  ];
  let rules: RowRules | null = null;
  let [rows, told] = [0, 0];
  for await (const batch of rowsOf(list)) {
    const staged: StagedRow[] = [];
    for (const { line, cells } of batch) {
      if (rules === null) {
        const columns = columnsOf(cells);
        if (!columns.has('name'))
          throw new RefusalError({ code: 'enterprise-import-name-column', field: list.fileName });
        const figures = figureColumns(cells, deps.figures);
        rules = {
          columns,
          figures,
          width: cells.length,
          names: { regions, units, chains },
          regionId: made.regionId,
          today: today(deps),
        };
        continue;
      }
      rows += 1;
      const read = readImportRow(line, cells, rules);
      const { row } = read;
      if (row !== null && !reaches(actor, { ...row.content, unitId: null }))
        faults.push({ line, column: '地区', code: 'enterprise-row-beyond', given: row.content.regionId, limit: null });
      faults.push(...read.faults);
      if (row !== null && faults.length === 0) staged.push(stagedOf(row, deps.newId()));
    }
    if (faults.length >= mostFaults) break;
    if (staged.length > 0) await stageRows(db, staged);
    if (rows - told >= oftenTold) {
      told = rows;
      await tell('reading', rows);
    }
  }
  faults.splice(mostFaults);
  return rows;
}

function stagedOf({ line, content, saysRegion, saysState, figures }: ReadRow, id: string): StagedRow {
  const years = Object.keys(figures)
    .filter((period) => period.length === 4)
    .sort();
  const newest = (figure: string): string | undefined =>
    years.findLast((year) => figures[year]?.[figure] !== undefined);
  const [revenueYear, employeesYear] = [newest('revenue'), newest('employees')];
  return {
    ...{
      line,
      id,
      code: content.code,
      code_reason: content.codeReason,
      name: content.name,
      short_name: content.shortName,
    },
    ...{ other_names: content.otherNames, legal_representative: content.legalRepresentative, address: content.address },
    ...{ region_id: content.regionId, says_region: saysRegion, park_id: content.parkId, industry: content.industry },
    ...{ scale: content.scale, founded_on: content.foundedOn, capital_fen: content.capitalFen, scope: content.scope },
    ...{ products: content.products, state: saysState ? content.state : null, chain_id: content.chainId },
    searched: searchedOf(foundIn(content)),
    ...(years.length === 0 && Object.keys(figures).length === 0 ? {} : { figures }),
    ...(revenueYear === undefined ? {} : { revenue: figures[revenueYear]?.revenue, revenue_year: Number(revenueYear) }),
    ...(employeesYear === undefined ? {} : { employees: figures[employeesYear]?.employees }),
  };
}

/** Rows that name an enterprise which somebody else keeps. */
async function beyond(db: EnterpriseDb, actor: Actor): Promise<RowFault[]> {
  const places = await insideAsSystem(db, () => knownPlaces(db));
  return places
    .filter(
      (at) => !reaches(actor, { regionId: at.region_id, parkId: at.park_id, unitId: at.unit_id, chainId: at.chain_id }),
    )
    .map(({ line, code }) => ({
      line,
      column: '统一社会信用代码',
      code: 'enterprise-row-changed-elsewhere',
      given: code,
      limit: null,
    }));
}

export type { ImportField };
