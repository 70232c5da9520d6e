import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import {
  type NamedParty,
  type Party,
  partiesOf,
  partyKey,
  putByHand,
  refuseDay,
  refuseFar,
} from '../../../work/index.ts';
import { rememberWork, type StoredWarning, unitsAbove, workOf } from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { loadWarning, unknown } from './read-warnings.ts';
import { isWithin, placeOfWarning } from './row.ts';
import { sayWarnings } from './say.ts';

interface Asked {
  readonly warningId: string;
  readonly detail?: string | undefined;
  readonly dueOn?: string | null | undefined;
}

/**
 * Gives a warning to units, posts or people to be dealt with, each an item of its own that ends with their
 * answer. Refuses parties outside of reach, one that has it already, a day that is past, and a warning that is over.
 */
export async function makeTask(
  actor: Actor,
  given: Asked & { readonly to: readonly Party[]; readonly importance?: 'normal' | 'high' | undefined },
  deps: IndicatorDeps,
): Promise<void> {
  permit(actor, 'work.assign');
  const day = today(deps);
  refuseDay(given.dueOn ?? null, day);
  const warning = await openWarning(actor, given.warningId, deps);
  const parties = await partiesOf(deps.db as unknown as Parameters<typeof partiesOf>[0], given.to, 'to', day);
  refuseFar(actor, parties, warning.chainId === '' ? null : warning.chainId, 'to');
  await refuseStanding(deps, warning.id, parties, 'to');
  await recording(deps, actor, async (db, note) => {
    const title = await openFor(db, deps, actor, { ...given, warning, parties, kind: 'assignment', lead: '处理预警' });
    note({
      action: 'indicator.warning-task',
      record: { kind: 'warning', id: warning.id, name: title },
      place: placeOfWarning(warning),
      changes: [
        { field: 'assignee', before: null, after: parties.map(({ name }) => name) },
        { field: 'dueOn', before: null, after: given.dueOn ?? null },
      ],
    });
  });
}

/** Asks a unit above for help with a warning. Refuses a unit that is not above the actor's own. */
export async function askHelp(
  actor: Actor,
  given: Asked & { readonly unitId: string; readonly detail: string },
  deps: IndicatorDeps,
): Promise<void> {
  permit(actor, 'indicator.read');
  refuseDay(given.dueOn ?? null, today(deps));
  const warning = await openWarning(actor, given.warningId, deps);
  const above = (await superiorsOf(actor, deps)).find(({ id }) => id === given.unitId);
  if (above === undefined) throw new RefusalError({ code: 'unit-not-above', field: 'unitId', given: given.unitId });
  const party: NamedParty = { kind: 'unit', id: above.id, name: above.name };
  await refuseStanding(deps, warning.id, [party], 'unitId');
  await recording(deps, actor, async (db, note) => {
    const asked = {
      ...given,
      warning,
      parties: [party],
      kind: 'handle',
      lead: '请求协助',
      importance: 'high',
    } as const;
    const title = await openFor(db, deps, actor, asked);
    note({
      action: 'indicator.warning-help',
      record: { kind: 'warning', id: warning.id, name: title },
      place: placeOfWarning(warning),
      changes: [{ field: 'assignee', before: null, after: above.name }],
      reason: given.detail,
    });
  });
}

/** Units that an actor can ask for help: those that his unit belongs to, and those of the regions above. */
export async function listSuperiors(actor: Actor, warningId: string, deps: IndicatorDeps) {
  permit(actor, 'indicator.read');
  await loadWarning(actor, warningId, deps);
  return superiorsOf(actor, deps);
}

async function superiorsOf({ post }: Actor, { db }: IndicatorDeps) {
  if (post === null) throw new RefusalError({ code: 'warning-needs-post' });
  return unitsAbove(db, post);
}

async function openWarning(actor: Actor, id: string, deps: IndicatorDeps): Promise<StoredWarning> {
  const warning = await loadWarning(actor, id, deps);
  if (!isWithin(actor, warning)) throw unknown(id);
  if (warning.state === 'over') throw new RefusalError({ code: 'warning-over', field: 'warningId' });
  return warning;
}

/** Also what the actor does not see: the same is not asked of one unit by two people. */
async function refuseStanding(
  deps: IndicatorDeps,
  warningId: string,
  parties: readonly NamedParty[],
  field: string,
): Promise<void> {
  const standing = (await asSystem(() => workOf(deps.db, [warningId]))).get(warningId) ?? [];
  const open = new Set(
    standing.filter(({ state }) => state === 'open' || state === 'claimed').map(({ assigneeKey }) => assigneeKey),
  );
  const twice = parties.filter((party) => open.has(partyKey(party)));
  if (twice.length > 0)
    throw new RefusalError(...twice.map(({ name }) => ({ code: 'warning-work-stands', field, given: name })));
}

interface Opening extends Asked {
  readonly warning: StoredWarning;
  readonly parties: readonly NamedParty[];
  readonly kind: 'assignment' | 'handle';
  readonly lead: string;
  readonly importance?: 'normal' | 'high' | undefined;
}

/** Opens an item for each party; gives the title of the warning. Numbers of one or two enterprises stay out of it. */
async function openFor(db: IndicatorDb, deps: IndicatorDeps, actor: Actor, asked: Opening): Promise<string> {
  const { warning, parties, kind, lead, importance, dueOn, detail = '' } = asked;
  const [said] = await sayWarnings(db, [warning], () => false);
  const title = said?.title ?? warning.id;
  const words = [detail.trim(), `${said?.reason ?? ''}${said?.next ?? ''}`].filter((part) => part !== '');
  const ids: string[] = [];
  for (const assignee of parties)
    ids.push(
      await putByHand(db, deps, actor, {
        ...{
          kind,
          title: `${lead}：${title}`.slice(0, 120),
          detail: words.join('\n'),
          link: `/warnings/${warning.id}`,
        },
        ...{ place: placeOfWarning(warning), assignee, dueOn: dueOn ?? null },
        importance: importance ?? (warning.light === 'red' ? 'high' : 'normal'),
      }),
    );
  await rememberWork(db, warning.id, ids);
  return title;
}
