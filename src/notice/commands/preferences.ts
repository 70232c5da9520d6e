import { type Actor, permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { maskedAddress, type Preference, preferencesOf } from '../domain/index.ts';
import { addressOf, mailWorks, readPreferences, writePreferences } from '../store.ts';
import type { NoticeDeps } from './deps.ts';

export interface Preferences {
  /** In part, since a colleague may look over the shoulder; null: none is kept. */
  readonly address: string | null;
  readonly mailWorks: boolean;
  readonly kinds: readonly Preference[];
}

/** Which messages also go to the actor's own e-mail. */
export async function readMyPreferences(actor: Actor, { db }: NoticeDeps): Promise<Preferences> {
  permitOwn(actor);
  const address = await addressOf(db, actor.id);
  return {
    address: address === null ? null : maskedAddress(address),
    mailWorks: await mailWorks(db),
    kinds: preferencesOf(await readPreferences(db, actor.id)),
  };
}

/** Sets which kinds also go to the actor's own e-mail; kinds that are not named stay. */
export async function setMyPreferences(
  actor: Actor,
  kinds: readonly Preference[],
  deps: NoticeDeps,
): Promise<Preferences> {
  permitOwn(actor);
  await recording(deps, actor, async (db, note) => {
    const before = preferencesOf(await readPreferences(db, actor.id));
    await writePreferences(db, actor.id, [...new Map(kinds.map((each) => [each.kind, each])).values()]);
    const after = preferencesOf(await readPreferences(db, actor.id));
    note({
      action: 'notice.preferences',
      record: { kind: 'setting', id: actor.id, name: '邮件提醒' },
      changes: after.flatMap(({ kind, mail }, at) =>
        before[at]?.mail === mail ? [] : [{ field: kind, before: !mail, after: mail }],
      ),
    });
  });
  return readMyPreferences(actor, deps);
}
