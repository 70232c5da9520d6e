import { asSystem } from '../../../../platform/db/index.ts';
import { newToken, tokenHash } from '../../../../platform/secrets/index.ts';
import { type Actor, covers, loadActor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { MachineJson } from '../../contract.ts';
import { dayAfter } from '../../domain/form/schedule.ts';
import {
  enteringPosts,
  insertMachine,
  listMachines,
  type MachinePost,
  machineByHash,
  readMachine,
  revokeMachine,
  type StoredMachine,
  touchMachine,
} from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';

/** Tokens of machines in reach, the newest first. */
export async function findMachines(actor: Actor, deps: IndicatorDeps): Promise<MachineJson[]> {
  permit(actor, 'indicator.define');
  const day = today(deps);
  return (await listMachines(deps.db, actor)).map((machine) => machineAnswer(machine, day));
}

/** Posts in reach that may fill in figures: a token is made for one of them. */
export async function findMachinePosts(actor: Actor, deps: IndicatorDeps): Promise<MachinePost[]> {
  permit(actor, 'indicator.define');
  const posts = await asSystem(() => enteringPosts(deps.db, today(deps)));
  return posts.filter((post) => covers(actor.reach, placeOf(post)));
}
const placeOf = ({ regionId, unitId }: MachinePost) => ({ regionId, unitId, chainId: null });

/**
 * Makes a token with which another system writes figures as a post, and nothing else. The token is shown once; what is kept
 * is its digest. Refuses a post beyond reach or without the right to fill in.
 */
export async function createMachine(
  actor: Actor,
  asked: { readonly name: string; readonly postId: string; readonly days: number },
  deps: IndicatorDeps,
): Promise<{ machine: MachineJson; token: string }> {
  permit(actor, 'indicator.define');
  const post = (await findMachinePosts(actor, deps)).find(({ id }) => id === asked.postId);
  if (post === undefined) throw new RefusalError({ code: 'machine-post', field: 'postId', given: asked.postId });
  const token = newToken();
  const id = deps.newId();
  const expiresOn = dayAfter(today(deps), asked.days);
  return recording(deps, actor, async (db, note) => {
    const machine = { id, name: asked.name.trim(), createdAt: deps.clock.now(), createdBy: actor.name, expiresOn };
    await insertMachine(db, machine, post, tokenHash(token));
    note({
      action: 'indicator.create-machine',
      record: { kind: 'machine', id, name: asked.name },
      place: placeOf(post),
      changes: [
        { field: 'post', before: null, after: post.title },
        { field: 'expiresAt', before: null, after: expiresOn },
      ],
    });
    return { machine: machineAnswer(await seenMachine(actor, id, db), today(deps)), token };
  });
}

/** Ends a token at once. Refuses one that has ended. */
export async function endMachine(actor: Actor, machineId: string, deps: IndicatorDeps): Promise<MachineJson> {
  permit(actor, 'indicator.define');
  return recording(deps, actor, async (db, note) => {
    const machine = await seenMachine(actor, machineId, db);
    if (!(await revokeMachine(db, machineId, actor.name, deps.clock.now())))
      throw new RefusalError({ code: 'machine-revoked', field: 'machineId', given: machine.name });
    note({
      action: 'indicator.revoke-machine',
      record: { kind: 'machine', id: machineId, name: machine.name },
      changes: [{ field: 'active', before: true, after: false }],
    });
    return machineAnswer(await seenMachine(actor, machineId, db), today(deps));
  });
}

async function seenMachine(actor: Actor, id: string, db: IndicatorDb): Promise<StoredMachine> {
  const machine = await readMachine(db, id, actor);
  if (machine === undefined) throw new RefusalError({ code: 'machine-unknown', field: 'machineId', given: id });
  return machine;
}

const machineAnswer = (machine: StoredMachine, day: string): MachineJson => ({
  ...machine,
  state: machine.revokedAt !== null ? 'revoked' : machine.expiresOn < day ? 'expired' : 'valid',
});

/**
 * Who comes with a token of a machine: its post, with the right to fill in and no other; null when the token does not count,
 * or its post has lost that right. Asks for no permission: it is a way in.
 */
export async function machineActor(token: string, from: string, deps: IndicatorDeps): Promise<Actor | null> {
  const day = today(deps);
  return asSystem(async () => {
    const machine = await machineByHash(deps.db, tokenHash(token), day);
    if (machine === undefined) return null;
    const caller = { personId: machine.personId, postId: machine.postId, sessionId: null, from };
    const holder = await loadActor(deps.db, caller, day);
    if (holder === undefined || !holder.permissions.has('indicator.enter')) return null;
    await touchMachine(deps.db, machine.id, from, deps.clock.now());
    return {
      ...holder,
      ...{
        id: `@machine:${machine.id}`,
        name: `接口 ${machine.name}`,
        permissions: new Set(['indicator.enter'] as const),
      },
    };
  });
}
