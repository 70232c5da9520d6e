import { stat } from 'node:fs/promises';
import { insideAsSystem } from '../../../../platform/db/index.ts';
import type { Actor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { RowFault } from '../../domain/import/index.ts';
import {
  changedBy,
  changeStaged,
  type EnterpriseDb,
  holdImport,
  type ImportDoing,
  importNames,
  knownPlaces,
  markKnown,
  newestNumber,
  openStage,
  partsOfStage,
  putImport,
  putLooksAfter,
  putStagedFigures,
  registerStaged,
  repeatedCodes,
  settleRows,
  stageRows,
} from '../../store.ts';
import { type EnterpriseDeps, today } from '../deps.ts';
import { reaches } from '../lock.ts';
import { readAside } from './reading/in-thread.ts';
import { mostFaults } from './reading/read-list.ts';
import { stagedColumns } from './reading/stage-row.ts';
import type { SentList } from './rows.ts';

/** Rows that are written by one statement. */
const partSize = 20_000;
const settledAtOnce = 5000;
/** Of a hundred: how much of the whole reading and checking usually is. */
const readingShare = 25;

export interface ImportOf {
  readonly id: string;
  readonly regionId: string;
  readonly at: string;
}

/** How far an import has come; written down for whoever looks. Refuses when somebody has stopped it. */
export type TellImport = (state: 'reading' | 'saving', rows: number, percent: number) => Promise<void>;

interface Running {
  readonly actor: Actor;
  readonly list: SentList;
  readonly made: ImportOf;
  readonly deps: EnterpriseDeps;
  readonly tell: TellImport;
  readonly faults: RowFault[];
}

/**
 * Brings a list into the register in one transaction: all of it, or, with one fault in it, nothing. Every row is checked before
 * the first is written; enterprises of a code that is known are changed where the row says something else, the others are new.
 * Refuses (`enterprise-import-faulty`) with the faults written into `faults`.
 */
export async function runImport(running: Running) {
  const { actor, list, made, deps, tell, faults } = running;
  return recording(deps, actor, async (db, note) => {
    if (!(await holdImport(db, made.id))) throw new RefusalError({ code: 'enterprise-import-state' });
    await openStage(db);
    const rows = await stageAll(db, running);
    if (faults.length === 0) faults.push(...(await repeatedCodes(db, mostFaults)));
    const known = faults.length > 0 ? 0 : await insideAsSystem(db, () => markKnown(db));
    if (known > 0) faults.push(...(await beyond(db, actor)));
    if (faults.length > 0)
      throw new RefusalError({ code: 'enterprise-import-faulty', field: list.fileName, given: faults.length });
    if (rows === 0) throw new RefusalError({ code: 'enterprise-import-empty', field: list.fileName });
    await tell('saving', rows, readingShare);
    const counts = await insideAsSystem(db, () => saveAll(db, running, rows, known));
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
async function stageAll(db: EnterpriseDb, { actor, list, made, deps, tell, faults }: Running): Promise<number> {
  const [regions, units, chains] = [
    await importNames(db, 'region'),
    await importNames(db, 'unit'),
    await importNames(db, 'chain'),
  ];
  const { size } = await stat(list.path);
  const parts = readAside(
    {
      ...{ list, names: { regions, units, chains }, reach: actor.reach, regionId: made.regionId, today: today(deps) },
      ...{ figures: deps.figures, tags: deps.tags, firstId: deps.newId() },
    },
    size,
  );
  let rows = 0;
  let told = 0;
  async function* sound() {
    for await (const part of parts) {
      rows = part.rows;
      faults.push(...part.faults);
      if (faults.length === 0 && part.bytes.length > 0) yield part.bytes;
      const percent = Math.floor(part.share * readingShare);
      if (percent > told) {
        told = percent;
        await tell('reading', rows, percent);
      }
    }
  }
  await stageRows(db, stagedColumns, sound());
  return rows;
}

/** Writes the rows part by part. As the system, after everything was checked. */
async function saveAll(db: EnterpriseDb, { actor, list, made, deps, tell }: Running, rows: number, known: number) {
  const day = today(deps);
  const by = { id: actor.id, name: actor.name };
  const doing: ImportDoing = {
    ...{ importId: made.id, day, at: made.at, by },
    source: `导入：${list.fileName}`.slice(0, 200),
  };
  const before = await newestNumber(db);
  const counts = { created: 0, changed: 0, same: 0, figures: 0 };
  const parts = await partsOfStage(db, partSize);
  for (const [at, part] of parts.entries()) {
    counts.created += await registerStaged(db, part, doing);
    if (known > 0) counts.changed += await changeStaged(db, part, doing);
    counts.figures += await putStagedFigures(db, part, known > 0, doing);
    await tell('saving', rows, readingShare + Math.floor(((at + 1) / parts.length) * (98 - readingShare)));
  }
  counts.same = rows - counts.created - counts.changed;
  if (known > 0) {
    const ids = await changedBy(db, made.id);
    for (let at = 0; at < ids.length; at += settledAtOnce)
      await settleRows(db, { ids: ids.slice(at, at + settledAtOnce) }, day, deps.tags);
  }
  // Tags and what they are found by were reckoned as they were read.
  await putLooksAfter(db, before, day);
  const isStill = await putImport(db, made.id, {
    ...{ state: 'saved', rowsRead: rows, rowsTotal: rows, percent: 100, counts, endedAt: deps.clock.now() },
  });
  if (!isStill) throw new RefusalError({ code: 'enterprise-import-cancelled' });
  return counts;
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
