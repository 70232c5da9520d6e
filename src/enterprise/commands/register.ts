import { insideAsSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type Day, RefusalError } from '../../kernel/index.ts';
import type { EnterpriseJson, EnterpriseRegistrationJson } from '../contract.ts';
import { emptyContent, enterpriseParts } from '../domain/index.ts';
import { type EnterpriseDb, holdersOfName, insertChange, insertEnterprise, settleRows } from '../store.ts';
import { checkedContent } from './content.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { findPairs } from './doubles/find.ts';
import { placeOf, reaches } from './lock.ts';
import { readEnterprise } from './read-enterprise.ts';

/**
 * Registers an enterprise. Refuses content that cannot be, a place beyond the actor's reach, a code that is taken, and the very
 * name of others that nobody has looked at (`seen`).
 */
export async function registerEnterprise(
  actor: Actor,
  asked: {
    readonly content: EnterpriseRegistrationJson;
    readonly since?: Day | undefined;
    readonly seen?: readonly string[] | undefined;
  },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  const day = today(deps);
  const since = asked.since ?? day;
  if (since > day) throw new RefusalError({ code: 'enterprise-day-future', field: 'since', given: since, limit: day });
  const id = await recording(deps, actor, async (db, note) => {
    const given = { ...emptyContent, ...asked.content };
    const content = await checkedContent(db, actor, given, { id: null, before: null }, deps);
    await refuseSameName(db, actor, content.name, asked.seen ?? []);
    const made = { id: deps.newId(), content, since, ...doingOf(deps, actor) };
    await insertEnterprise(db, made);
    const said = enterpriseParts.filter((part) => JSON.stringify(content[part]) !== JSON.stringify(emptyContent[part]));
    await insertChange(db, {
      ...{ id: deps.newId(), enterpriseId: made.id, revision: 1, kind: 'registered', holdsFrom: since, parts: said },
      ...{ before: {}, after: Object.fromEntries(said.map((part) => [part, content[part]])), at: made.at, by: made.by },
    });
    await settleRows(db, { ids: [made.id] }, day, deps.tags);
    const { regionId, unitId, chainId } = content;
    note({
      action: 'enterprise.register',
      record: { kind: 'enterprise', id: made.id, name: content.name },
      place: { regionId, unitId, chainId },
      changes: said.map((field) => ({ field, before: null, after: content[field] })),
      ...(content.codeReason === null ? {} : { reason: content.codeReason }),
    });
    return made.id;
  });
  // Others that may be the same are left to whoever reviews both: they may be out of sight here.
  await findPairs([id], deps);
  return readEnterprise(actor, { enterpriseId: id }, deps);
}

/** Two of one name may be two; somebody has to have looked. Those out of sight are left to whoever sees both. */
async function refuseSameName(db: EnterpriseDb, actor: Actor, name: string, seen: readonly string[]): Promise<void> {
  const same = await insideAsSystem(db, () => holdersOfName(db, name));
  const open = same.filter((each) => !seen.includes(each.id) && reaches(actor, placeOf(each)));
  if (open.length > 0)
    throw new RefusalError(
      ...open.map(({ id }) => ({ code: 'enterprise-name-taken', field: 'seen', given: name, limit: id })),
    );
}
