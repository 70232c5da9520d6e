import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type Day, RefusalError, type Result } from '../../kernel/index.ts';
import type { ProjectJson } from '../contract.ts';
import {
  checkBack,
  checkDecision,
  checkLeaving,
  checkStep,
  type Position,
  positionNames,
  type StageEvent,
  type Standing,
  standingOf,
} from '../domain/index.ts';
import { decideEvent, findFile, insertEvents, type ProjectDb, readEvents, touchProject } from '../store.ts';
import { doerOf, type ProjectDeps, today } from './deps.ts';
import { lockProject, placeOf, recordOf } from './lock.ts';
import { readProject } from './read-project.ts';
import { settle } from './settle.ts';

interface Seen {
  readonly projectId: string;
  readonly revision: number;
}

/** A project came to its next position. It counts at once, as reported; a second person confirms it, or does not agree. */
export async function stepProject(
  actor: Actor,
  asked: Seen & {
    readonly position: Position;
    readonly on: Day;
    readonly evidence: string;
    readonly files: readonly string[];
    readonly note: string;
  },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.keep');
  const { position, on, evidence, files, note } = asked;
  return happen(actor, asked, deps, 'project.step', async (db, standing) => {
    given(checkStep(standing, position, on, today(deps)));
    for (const file of files) {
      const found = await findFile(db, asked.projectId, file);
      if (found === undefined || found.removed_at !== null)
        throw new RefusalError({ code: 'project-file-unknown', field: 'files', given: file });
    }
    return { kind: 'step', position, on, evidence, files, note };
  });
}

/** A step was written down wrongly: it stands again where it stood before. What was written stays. */
export async function backProject(
  actor: Actor,
  asked: Seen & { readonly position: Position; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.review');
  const { position, reason } = asked;
  return happen(actor, asked, deps, 'project.back', async (_db, standing) => {
    given(checkBack(standing, position));
    const on = standing.days[position] ?? standing.positionOn;
    return { kind: 'back', position, on, evidence: reason, files: [], note: reason };
  });
}

/** A project left the libraries, or came back into them. */
export async function leaveProject(
  actor: Actor,
  asked: Seen & { readonly kind: 'withdraw' | 'restore'; readonly on: Day; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.review');
  const { kind, on, reason } = asked;
  return happen(
    actor,
    asked,
    deps,
    kind === 'withdraw' ? 'project.withdraw' : 'project.restore',
    async (_db, standing) => {
      given(checkLeaving(standing, kind, on, today(deps)));
      return { kind, position: standing.position, on, evidence: reason, files: [], note: reason };
    },
  );
}

/** Says of a step of another person that it is so, or that it is not, and why. */
export async function decideStep(
  actor: Actor,
  asked: Seen & { readonly eventId: string; readonly agree: boolean; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.review');
  const { eventId, agree, reason } = asked;
  await recording(deps, actor, async (db, note) => {
    const row = await lockProject(db, actor, asked.projectId, asked.revision);
    const events = await readEvents(db, row.id);
    const by = doerOf(actor);
    const found = checkDecision(
      standingOf(events),
      events.find(({ id }) => id === eventId),
      by,
    );
    if (!found.ok) throw new RefusalError(...found.refusals);
    if (!agree && reason.trim().length < 2)
      throw new RefusalError({ code: 'project-reason-missing', field: 'reason', given: null });
    const at = deps.clock.now();
    await decideEvent(db, eventId, { agreed: agree, at, by, reason });
    await touchProject(db, row.id, at, actor.name);
    await settle(db, deps, row.id);
    const outcome = agree ? '同意' : '不同意';
    note({
      action: 'project.decide-step',
      ...recordOf(row),
      changes: [{ field: 'outcome', before: null, after: `${positionNames[found.value.position]}：${outcome}` }],
      ...(reason === '' ? {} : { reason }),
    });
  });
  return readProject(actor, { projectId: asked.projectId }, deps);
}

async function happen(
  actor: Actor,
  { projectId, revision }: Seen,
  deps: ProjectDeps,
  action: 'project.step' | 'project.back' | 'project.withdraw' | 'project.restore',
  decide: (
    db: ProjectDb,
    standing: Standing,
  ) => Promise<Pick<StageEvent, 'kind' | 'position' | 'on' | 'evidence' | 'files' | 'note'>>,
): Promise<ProjectJson> {
  await recording(deps, actor, async (db, note) => {
    const row = await lockProject(db, actor, projectId, revision);
    const standing = standingOf(await readEvents(db, row.id));
    const what = await decide(db, standing);
    const at = deps.clock.now();
    const event: StageEvent = { ...what, id: deps.newId(), at, by: doerOf(actor), decision: null };
    await insertEvents(db, row.id, placeOf(row), [event]);
    await touchProject(db, row.id, at, actor.name);
    await settle(db, deps, row.id);
    note({
      action,
      ...recordOf(row),
      changes: [{ field: 'stage', before: positionNames[standing.position], after: positionNames[what.position] }],
      reason: what.evidence,
    });
  });
  return readProject(actor, { projectId }, deps);
}

function given(result: Result<null>): void {
  if (!result.ok) throw new RefusalError(...result.refusals);
}
