import { type Actor, covers, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { ProjectChangeJson, ProjectJson } from '../contract.ts';
import { likenessKeys, type ProjectContent } from '../domain/index.ts';
import { moveRows, saveContent } from '../store.ts';
import { doerOf, type ProjectDeps, today } from './deps.ts';
import { findPairs, likenedOf } from './doubles/find.ts';
import { lockProject, placeOf, recordOf } from './lock.ts';
import { readProject } from './read-project.ts';
import { checkedContent, namedFollowers, placeFor } from './register.ts';
import { settle } from './settle.ts';

/** Parts of the content, in the order in which people read them, with their names in the log. */
const parts = ['facts', 'before', 'plan', 'permits', 'milestones', 'means', 'followers'] as const;

/**
 * Saves some parts of what is known of a project as a new version. Refuses what cannot be, a change of what was seen
 * otherwise, and one that changes nothing. Another name, enterprise, site or content is looked at anew for being the same as
 * another project.
 */
export async function changeProject(
  actor: Actor,
  asked: {
    readonly projectId: string;
    readonly revision: number;
    readonly reason?: string | undefined;
    readonly change: ProjectChangeJson;
  },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.keep');
  const { projectId, change } = asked;
  await recording(deps, actor, async (db, note) => {
    const row = await lockProject(db, actor, projectId, asked.revision);
    const named = change.followers === undefined ? {} : { followers: await namedFollowers(db, change.followers) };
    const next = { ...row.content, ...change, ...named } as ProjectContent;
    const changed = parts.filter((part) => JSON.stringify(next[part]) !== JSON.stringify(row.content[part]));
    if (changed.length === 0) throw new RefusalError({ code: 'project-same', field: row.name });
    const faults = checkedContent(next, today(deps));
    if (faults.length > 0) throw new RefusalError(...faults);
    const keys = likenessKeys(likenedOf(next.facts));
    const [at, by, reason] = [deps.clock.now(), doerOf(actor), asked.reason ?? null];
    const place = placeOf(row);
    await saveContent(db, { id: row.id, content: next, keys, at, by, ...place }, { parts: changed, reason });
    await settle(db, deps, row.id);
    if (changed.includes('facts'))
      await findPairs(db, deps, { id: row.id, regionId: row.region_id, facts: next.facts });
    note({
      action: 'project.change',
      ...recordOf(row),
      changes: changed.map((part) => ({ field: part, before: row.content[part], after: next[part] })),
      ...(reason === null ? {} : { reason }),
    });
  });
  return readProject(actor, { projectId }, deps);
}

/** Gives a project into other hands; all that is kept of it goes with it. Refuses a place beyond the actor's reach. */
export async function placeProject(
  actor: Actor,
  asked: {
    readonly projectId: string;
    readonly revision: number;
    readonly unitId: string;
    readonly regionId: string;
    readonly chainId: string | null;
    readonly reason: string;
  },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.review');
  await recording(deps, actor, async (db, note) => {
    const row = await lockProject(db, actor, asked.projectId, asked.revision);
    const place = await placeFor(db, actor, asked);
    const before = placeOf(row);
    if (JSON.stringify(place) === JSON.stringify(before))
      throw new RefusalError({ code: 'project-same', field: row.name });
    if (!covers(actor.reach, before))
      throw new RefusalError({ code: 'project-beyond-reach', field: 'unitId', given: row.unit_name });
    const [at, by] = [deps.clock.now(), doerOf(actor)];
    const keys = likenessKeys(likenedOf(row.content.facts as ProjectJson['content']['facts']));
    const version = { parts: ['place'], reason: asked.reason };
    await moveRows(db, row.id, place);
    await saveContent(db, { id: row.id, content: row.content, keys, at, by, ...place }, version);
    await settle(db, deps, row.id);
    note({
      action: 'project.place',
      ...recordOf(row),
      changes: [{ field: 'place', before, after: place }],
      reason: asked.reason,
    });
  });
  return readProject(actor, { projectId: asked.projectId }, deps);
}
