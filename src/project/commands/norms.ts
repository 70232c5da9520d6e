import { type Actor, covers, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type Day, RefusalError } from '../../kernel/index.ts';
import type { ProjectNormsContentJson, ProjectNormsJson } from '../contract.ts';
import { normsOn, type ProjectNorms } from '../domain/index.ts';
import {
  forgetLooks,
  normRevision,
  type ProjectDb,
  putNorms,
  readRegionNorms,
  regionExists,
  regionNameOf,
  regionsUp,
} from '../store.ts';
import { type ProjectDeps, today } from './deps.ts';

/** The norms that hold for a region on a day: its own, the nearest above it, or those that came with the program. */
export async function normsFor(
  db: ProjectDb,
  regionId: string,
  day: Day,
  deps: ProjectDeps,
): Promise<{ readonly norms: ProjectNorms; readonly ownerId: string | null; readonly revision: number }> {
  for (const code of await regionsUp(db, regionId)) {
    const own = await readRegionNorms(db, code, day);
    if (own !== undefined) return { norms: own.norms, ownerId: code, revision: own.revision };
  }
  const norms = normsOn(deps.norms, day);
  if (norms === undefined) throw new Error(`no norms of projects for ${day}`);
  return { norms, ownerId: null, revision: 0 };
}

/** The norms of a region with whose they are. */
export async function readNorms(
  actor: Actor,
  asked: { readonly regionId?: string | undefined; readonly on?: string | undefined },
  deps: ProjectDeps,
): Promise<ProjectNormsJson> {
  permit(actor, 'project.read');
  const regionId = asked.regionId ?? actor.post?.scopeRegionId ?? '';
  if (!(await regionExists(deps.db, regionId)))
    throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  const { norms, ownerId, revision } = await normsFor(deps.db, regionId, asked.on ?? today(deps), deps);
  const { from, ...content } = norms;
  return {
    region: { id: regionId, name: await regionNameOf(deps.db, regionId) },
    ...{ from, revision: ownerId === regionId ? revision : 0 },
    owner: ownerId === null ? null : { id: ownerId, name: await regionNameOf(deps.db, ownerId) },
    content: content as unknown as ProjectNormsContentJson,
    mayChange: actor.permissions.has('project.review') && covers(actor.reach, placeOfRegion(regionId)),
  };
}

const placeOfRegion = (regionId: string) => ({ regionId, unitId: null, chainId: null });

/**
 * Sets the norms of a region from a day on; what held before stays for the days before. Refuses a region that is not wholly
 * the actor's, limits that contradict each other, and norms that somebody else has changed meanwhile.
 */
export async function changeNorms(
  actor: Actor,
  asked: {
    readonly regionId: string;
    readonly from: Day;
    readonly revision: number;
    readonly content: ProjectNormsContentJson;
  },
  deps: ProjectDeps,
): Promise<ProjectNormsJson> {
  permit(actor, 'project.review');
  const { regionId, from, content } = asked;
  if (!covers(actor.reach, placeOfRegion(regionId)))
    throw new RefusalError({ code: 'project-beyond-reach', field: 'regionId', given: regionId });
  const faults = normFaults(content);
  if (faults.length > 0) throw new RefusalError(...faults);
  await recording(deps, actor, async (db, note) => {
    const before = await readRegionNorms(db, regionId, from);
    const revision = await normRevision(db, regionId, from);
    const seen = before?.norms.from === from ? asked.revision : 0;
    if (revision !== seen)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: asked.revision, limit: revision });
    await putNorms(db, { regionId, from, content, at: deps.clock.now(), by: actor.name });
    await forgetLooks(db, regionId);
    note({
      action: 'project.norms',
      record: { kind: 'project-norm', id: regionId, name: await regionNameOf(db, regionId) },
      place: placeOfRegion(regionId),
      changes: [{ field: 'content', before: before?.norms ?? null, after: { ...content, from } }],
    });
  });
  return readNorms(actor, { regionId, on: from }, deps);
}

function normFaults({ permits, stays, limits, thresholds }: ProjectNormsContentJson) {
  const doubled = (field: string, keys: readonly (string | number)[]) =>
    keys.flatMap((key, at) =>
      keys.indexOf(key) < at ? [{ code: 'project-norm-twice', field: `content.${field}.${at}`, given: key }] : [],
    );
  const order = (field: string, given: number, limit: number) =>
    given < limit ? [{ code: 'project-norm-order', field: `content.limits.${field}`, given, limit }] : [];
  return [
    ...doubled(
      'permits',
      permits.map(({ kind }) => kind),
    ),
    ...doubled(
      'stays',
      stays.map(({ position }) => position),
    ),
    ...doubled('thresholds', thresholds),
    ...order('silentRed', limits.silentRed, limits.silentYellow),
    ...order('behindYellow', limits.behindYellow, limits.behindRed),
  ];
}
