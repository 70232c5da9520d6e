import { type Actor, covers, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { isCreditCode } from '../../organisation/index.ts';
import type { ProjectChangeJson, ProjectFactsJson, ProjectJson } from '../contract.ts';
import {
  checkFirstSteps,
  contentFaults,
  likenessKeys,
  noMeans,
  type Position,
  type ProjectContent,
  type StageEvent,
} from '../domain/index.ts';
import type { At } from '../store/db.ts';
import {
  chainExists,
  insertEvents,
  insertProject,
  type ProjectDb,
  partyNames,
  regionExists,
  unitOf,
} from '../store.ts';
import { doerOf, type ProjectDeps, today } from './deps.ts';
import { findPairs, likenedOf, likesOf } from './doubles/find.ts';
import { readProject } from './read-project.ts';
import { settle } from './settle.ts';

export interface Registration extends Partial<Omit<ProjectChangeJson, 'facts'>> {
  readonly unitId?: string | undefined;
  readonly regionId?: string | undefined;
  readonly chainId: string | null;
  readonly facts: ProjectFactsJson;
  readonly position: Position;
  readonly steps: readonly { readonly position: Position; readonly on: string; readonly evidence: string }[];
  /** Projects that were looked at and are others. */
  readonly seen: readonly string[];
}

/**
 * Registers a project. Refuses one for a place beyond the actor's reach, content that cannot be, and one that may be the same
 * as others in sight that nobody has looked at: `project-alike`, each by its name. Those that are alike all the same become
 * pairs for a second person.
 */
export async function registerProject(actor: Actor, asked: Registration, deps: ProjectDeps): Promise<ProjectJson> {
  permit(actor, 'project.keep');
  const id = await recording(deps, actor, async (db, note) => {
    const place = await placeFor(db, actor, asked);
    const likes = await likesOf(db, asked.facts, []);
    const unseen = likes.filter(({ candidate }) => !asked.seen.includes(candidate.id));
    const open = unseen.filter(({ candidate }) =>
      covers(actor.reach, { regionId: candidate.regionId, unitId: null, chainId: null }),
    );
    if (open.length > 0)
      throw new RefusalError(
        ...open.map(({ candidate, likeness }) => ({
          ...{ code: 'project-alike', field: 'seen', given: candidate.name, limit: likeness.score },
        })),
      );
    const made = await makeProject(db, deps, actor, asked, place);
    await findPairs(db, deps, { id: made.id, regionId: place.regionId, facts: asked.facts });
    note({
      action: 'project.register',
      record: { kind: 'project', id: made.id, name: asked.facts.name },
      place,
      changes: [{ field: 'name', before: null, after: asked.facts.name }],
    });
    return made.id;
  });
  return readProject(actor, { projectId: id }, deps);
}

/** Where a project is to be kept: by default the actor's own unit, where that stands. Refuses what is beyond his reach. */
export async function placeFor(
  db: ProjectDb,
  actor: Actor,
  asked: Pick<Registration, 'unitId' | 'regionId' | 'chainId'>,
): Promise<At> {
  const unitId = asked.unitId ?? actor.post?.unitId ?? '';
  const unit = await unitOf(db, unitId);
  if (unit === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'unitId', given: unitId });
  const regionId = asked.regionId ?? unit.regionId;
  if (!(await regionExists(db, regionId)))
    throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  if (asked.chainId !== null && !(await chainExists(db, asked.chainId)))
    throw new RefusalError({ code: 'chain-unknown', field: 'chainId', given: asked.chainId });
  const place = { regionId, unitId, chainId: asked.chainId };
  if (!covers(actor.reach, place))
    throw new RefusalError({ code: 'project-beyond-reach', field: 'unitId', given: unit.name });
  return place;
}

/** Checks and writes a new project with its first steps, without looking for others that are alike. */
export async function makeProject(
  db: ProjectDb,
  deps: ProjectDeps,
  actor: Actor,
  asked: Omit<Registration, 'seen'>,
  place: At,
): Promise<{ readonly id: string }> {
  const day = today(deps);
  const content = await contentOf(db, asked);
  const faults = [...checkedContent(content, day), ...faultsOf(checkFirstSteps(asked.steps, asked.position, day))];
  if (faults.length > 0) throw new RefusalError(...faults);
  const [id, at, by] = [deps.newId(), deps.clock.now(), doerOf(actor)];
  const { steps, position } = asked;
  const positionOn = steps.at(-1)?.on ?? day;
  const keys = likenessKeys(likenedOf(asked.facts));
  await insertProject(db, { id, content, keys, position, positionOn, at, by, ...place });
  const events = steps.map((step): StageEvent => {
    const { position: to, on, evidence } = step;
    return { id: deps.newId(), kind: 'step', position: to, on, evidence, files: [], note: '', at, by, decision: null };
  });
  await insertEvents(db, id, place, events);
  await settle(db, deps, id);
  return { id };
}

const faultsOf = (result: ReturnType<typeof checkFirstSteps>): readonly Refusal[] => (result.ok ? [] : result.refusals);

/** Everything that is wrong with a content. */
export const checkedContent = (content: ProjectContent, day: string): Refusal[] => {
  const { creditCode } = content.facts;
  const credit =
    creditCode !== null && !isCreditCode(creditCode)
      ? [{ code: 'project-credit-code', field: 'facts.creditCode', given: creditCode }]
      : [];
  return [...contentFaults(content, day), ...credit];
};

async function contentOf(db: ProjectDb, asked: Omit<Registration, 'seen'>): Promise<ProjectContent> {
  const { facts, before = null, plan = [], permits = [], milestones = [], means = noMeans, followers = [] } = asked;
  return { facts, before, plan, permits, milestones, means, followers: await namedFollowers(db, followers) };
}

/** Followers by the names that they bear. Refuses those that there are not. */
export async function namedFollowers(
  db: ProjectDb,
  followers: ProjectContent['followers'],
): Promise<ProjectContent['followers']> {
  const names = await partyNames(db, followers);
  return followers.map((each, i) => {
    const name = names.get(`${each.kind}:${each.id}`);
    if (name === undefined)
      throw new RefusalError({
        code: 'project-follower-unknown',
        field: `followers.${i}`,
        given: each.name || each.id,
      });
    return { ...each, name };
  });
}
