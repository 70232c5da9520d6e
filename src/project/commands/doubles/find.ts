import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, covers, permit, systemActor } from '../../../access/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../../work/index.ts';
import type { ProjectFactsJson, ProjectLikeJson } from '../../contract.ts';
import { type Likeness, likelyScore, likenessKeys, likenessOf, prepared } from '../../domain/index.ts';
import {
  type Candidate,
  candidatesOf,
  dropOpenPairs,
  insertPairs,
  type ProjectDb,
  readProjectRows,
  regionOverBoth,
} from '../../store.ts';
import type { ProjectDeps } from '../deps.ts';

/** Beyond so many that share a key, a name says nothing any more. */
const mostCandidates = 3000;
const mostLikes = 20;

export interface Like {
  readonly candidate: Candidate;
  readonly likeness: Likeness;
}

/** What is compared of facts. */
export const likenedOf = (facts: ProjectFactsJson) => ({
  ...{ name: facts.name, code: facts.code, enterprise: facts.enterprise, creditCode: facts.creditCode },
  ...{ site: facts.site, scope: facts.scope, totalFen: facts.totalFen },
});

/** Projects of anybody that may be the same, the most alike first. */
export async function likesOf(db: ProjectDb, facts: ProjectFactsJson, except: readonly string[]): Promise<Like[]> {
  const mine = prepared(likenedOf(facts));
  const candidates = await insideAsSystem(db, () =>
    candidatesOf(db, likenessKeys(mine.source), except, mostCandidates),
  );
  return candidates
    .map((candidate) => ({ candidate, likeness: likenessOf(mine, prepared(candidate)) }))
    .filter(({ likeness }) => likeness.score >= likelyScore)
    .toSorted((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, mostLikes);
}

/** Of a project beyond the asker's sight only where it is kept is told, so that he can ask there. */
export async function likesJson(db: ProjectDb, actor: Actor, likes: readonly Like[]): Promise<ProjectLikeJson[]> {
  const ids = likes.map(({ candidate }) => candidate.id);
  const seen = new Set((await readProjectRows(db, actor, ids)).map(({ id }) => id));
  return likes.map(({ candidate, likeness }) => {
    const isSeen = seen.has(candidate.id);
    const own = isSeen ? candidate : null;
    return {
      ...{ id: own?.id ?? null, name: own?.name ?? null, enterprise: own?.enterprise ?? null },
      ...{ regionName: candidate.regionName, unitName: candidate.unitName, totalFen: own?.totalFen ?? null },
      ...{ score: likeness.score, reasons: [...likeness.reasons] },
    };
  });
}

/** What may be the same as a project that somebody is about to register. Saves nothing. */
export async function likenProject(
  actor: Actor,
  { projectId, facts }: { readonly projectId?: string | undefined; readonly facts: ProjectFactsJson },
  deps: ProjectDeps,
): Promise<{ likes: ProjectLikeJson[] }> {
  permit(actor, 'project.keep');
  const likes = await likesOf(deps.db, facts, projectId === undefined ? [] : [projectId]);
  return { likes: await likesJson(deps.db, actor, likes) };
}

export const pairOrigin = (pairId: string): WorkOrigin => ({ slice: 'project', kind: 'pair', id: pairId });

/**
 * Writes down which projects may be the same as one that is new or has changed, and asks those who review over both to
 * decide; pairs that are no longer alike, and that nobody has decided, go. Gives how many are new.
 */
export async function findPairs(
  db: ProjectDb,
  deps: ProjectDeps,
  project: { readonly id: string; readonly regionId: string; readonly facts: ProjectFactsJson },
): Promise<number> {
  const likes = await likesOf(db, project.facts, [project.id]);
  return insideAsSystem(db, async () => {
    const gone = await dropOpenPairs(
      db,
      project.id,
      likes.map(({ candidate }) => candidate.id),
    );
    for (const id of gone)
      await closeWork(db, deps, systemActor, { origin: pairOrigin(id), outcome: '不再相像', state: 'withdrawn' });
    const at = deps.clock.now();
    const pairs = [];
    for (const { candidate, likeness } of likes) {
      const regionId = await regionOverBoth(db, candidate.regionId, project.regionId);
      pairs.push({ id: deps.newId(), firstId: candidate.id, secondId: project.id, likeness, regionId, at });
    }
    const known = new Map(likes.map(({ candidate }) => [candidate.id, candidate]));
    const found = await insertPairs(db, pairs);
    for (const pair of found)
      await openWork(db, deps, systemActor, {
        ...{ kind: 'review', title: `判定是不是同一个项目：${project.facts.name}` },
        detail: `和「${known.get(pair.firstId)?.name ?? ''}」相像 ${pair.likeness.score}%。是同一个就合并，只算一次。`,
        ...{ link: `/projects/doubles?projectId=${project.id}`, origin: pairOrigin(pair.id) },
        place: { regionId: pair.regionId, unitId: null, chainId: null },
        assignee: { kind: 'holders', id: 'project.review', name: '核定项目的岗位' },
      });
    return found.length;
  });
}

/** Whether somebody reviews over both sides of a pair. */
export const reviewsBoth = (
  actor: Actor,
  places: readonly { readonly region_id: string; readonly unit_id: string; readonly chain_id: string | null }[],
): boolean =>
  actor.permissions.has('project.review') &&
  places.every((place) =>
    covers(actor.reach, { regionId: place.region_id, unitId: place.unit_id, chainId: place.chain_id }),
  );
