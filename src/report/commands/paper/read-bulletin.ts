import { mostExported } from '../../../../platform/http/list-query.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { BulletinBox, BulletinJson, BulletinRowJson, ComparisonJson } from '../../contract.ts';
import { compareWithComposed } from '../../domain/index.ts';
import {
  type BulletinRow,
  bulletinIds,
  countByState,
  listBulletins,
  readBulletinRows,
  readEdits,
} from '../../store.ts';
import type { ReportDeps } from '../deps.ts';
import { isOwn, numberOf, seenBulletin } from './load.ts';
import { bulletinJson } from './show.ts';

/** One page of the papers that the actor may read, the last changed first. */
export async function findBulletins(
  actor: Actor,
  box: BulletinBox | undefined,
  request: ListRequest,
  { db }: ReportDeps,
): Promise<{ rows: BulletinRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'report.read');
  const found = await listBulletins(db, { box: box ?? 'all', reach: actor.reach }, request);
  return { ...found, rows: found.rows.map(rowJson) };
}

/** Which papers an export has, and how to read some of them. Refuses more than an export may have. */
export async function exportedBulletins(
  actor: Actor,
  box: BulletinBox | undefined,
  request: ExportRequest,
  { db }: ReportDeps,
): Promise<{ ids: string[]; read: (ids: readonly string[]) => Promise<BulletinRowJson[]> }> {
  permit(actor, 'report.read');
  const within = { box: box ?? 'all', reach: actor.reach } as const;
  const ids = await bulletinIds(db, within, request, mostExported + 1);
  if (ids.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  return { ids, read: async (some) => (await readBulletinRows(db, within, some)).map(rowJson) };
}

/** How many there are of each state in reach, and what the actor may make. */
export async function countBulletins(actor: Actor, { db }: ReportDeps) {
  permit(actor, 'report.read');
  return {
    counts: (await countByState(db, { box: 'all', reach: actor.reach })).map((each) => ({ ...each })),
    may: { write: actor.permissions.has('report.write'), template: actor.permissions.has('report.template') },
  };
}

const rowJson = ({ sign, year, no, ...row }: BulletinRow): BulletinRowJson => ({
  ...row,
  number: numberOf({ sign, year, no }),
});

/** One paper with its text and figures. Refuses (`bulletin-unknown`) one that the actor may not see. */
export async function readBulletinDetail(actor: Actor, id: string, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.read', 'task.report');
  return bulletinJson(actor, await seenBulletin(actor, id, deps.db), deps);
}

/** How a paper differs from what was composed, and who changed what; for those who write such papers. */
export async function compareBulletin(actor: Actor, id: string, { db }: ReportDeps): Promise<ComparisonJson> {
  permit(actor, 'report.write');
  const row = await seenBulletin(actor, id, db);
  if (!isOwn(actor, row)) throw new RefusalError({ code: 'bulletin-not-own', field: 'bulletinId', given: row.title });
  const comparison = compareWithComposed(row.composed, await readEdits(db, id));
  const names = Object.fromEntries(row.composed.figures.map((figure) => [figure.id, figure.name]));
  return {
    title: [...comparison.title],
    blocks: comparison.blocks.map((block) => ({ ...block, words: [...block.words], faults: [...block.faults] })),
    ...{ changed: comparison.changed, faults: comparison.faults, names },
  };
}
