import type { Actor } from '../../../access/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, type NamedParty, openWork, type WorkOrigin } from '../../../work/index.ts';
import type { Definition } from '../../domain/definition.ts';
import { figureText } from '../../domain/figure-text.ts';
import type { Target } from '../../domain/target/target.ts';
import { type IndicatorDb, type NewTarget, readNames, readRegionsBelowAll, type StoredTarget } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';
import { placeName, subjectName } from './naming.ts';
import { reached } from './reached.ts';

const originOf = (id: string): WorkOrigin => ({ slice: 'indicator', kind: 'target', id });
const linkOf = (id: string): string => `/targets/${id}`;
const holders: NamedParty = { kind: 'holders', id: 'indicator.target', name: '管目标分解的岗位' };

/** A figure of a target with its unit. */
export const amountText = (
  value: bigint,
  { mode }: Pick<Target, 'mode'>,
  definition: Definition | undefined,
): string =>
  mode === 'growth'
    ? `${figureText(value, 4)}%`
    : `${figureText(value, definition?.decimals ?? 0)} ${definition?.unit ?? ''}`.trim();

/** Who got a part hears of it, and has it to divide further where something lies below; the whole is done with. */
export async function tellIssued(
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  {
    stored,
    issued,
    definition,
  }: { stored: StoredTarget; issued: readonly NewTarget[]; definition: Definition | undefined },
): Promise<void> {
  const names = await readNames(
    db,
    issued.map(({ target }) => target.place),
  );
  const below = await readRegionsBelowAll(
    db,
    issued.map(({ target }) => target.place.regionId),
  );
  await closeWork(db, deps, actor, { origin: originOf(stored.target.id), kinds: ['handle'], outcome: '已经分解下达' });
  for (const { target, enterpriseId, enterpriseName } of issued) {
    if (enterpriseId !== '') continue;
    const name = subjectName(target, definition, names, enterpriseName);
    const amount = amountText(target.value, target, definition);
    const { unitId, regionId } = target.place;
    const place = reached(target.place);
    await enqueue(db, deps, {
      ...{ key: `target:${target.id}:issue`, kind: 'progress', link: linkOf(target.id), origin: originOf(target.id) },
      title: `下达目标：${name}`,
      text: `目标是 ${amount}。有异议的，在目标页面写明理由。`,
      to: [unitId === '' ? { to: 'holders', permission: 'indicator.target', place } : { to: 'unit', id: unitId }],
      except: actor.id,
    });
    if (unitId === '' && (below.get(regionId) ?? []).length === 0) continue;
    await openWork(db, deps, actor, {
      ...{ kind: 'handle', title: `分解目标：${name}`, link: linkOf(target.id), origin: originOf(target.id), place },
      detail: `目标是 ${amount}，请分解到下一级并下达。有异议的，写明理由。`,
      basis: stored.source.said,
      assignee: unitId === '' ? holders : { kind: 'unit', id: unitId, name: placeName(target.place, names) },
    });
  }
}

interface About {
  readonly stored: StoredTarget;
  readonly definition: Definition | undefined;
  /** Where those decide who answer for it. */
  readonly above: Target['place'];
}

/** An adjustment waits for a second person. */
export async function askApproval(
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  { stored, definition, above }: About,
  { value, holdsOn, reason }: { readonly value: bigint; readonly holdsOn: string; readonly reason: string },
): Promise<void> {
  const { target, enterpriseName } = stored;
  const names = await readNames(db, [target.place]);
  await openWork(db, deps, actor, {
    ...{
      kind: 'review',
      link: linkOf(target.id),
      origin: originOf(target.id),
      place: reached(above),
      assignee: holders,
    },
    title: `审批目标调整：${subjectName(target, definition, names, enterpriseName)}`,
    detail: `${holdsOn} 起调整为 ${amountText(value, target, definition)}。理由：${reason}`,
    basis: stored.source.said,
  });
}

/** The adjustment was decided: whoever asked hears of it, and when it holds, those whose target it is. */
export async function tellDecided(
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  { stored, definition }: About,
  decided: {
    readonly id: string;
    readonly approved: boolean;
    readonly value: bigint;
    readonly askedBy: string;
    readonly words: string;
  },
): Promise<void> {
  const { target, enterpriseName } = stored;
  const names = await readNames(db, [target.place]);
  const name = subjectName(target, definition, names, enterpriseName);
  const outcome = decided.approved ? '已批准' : '没有批准';
  await closeWork(db, deps, actor, { origin: originOf(target.id), kinds: ['review'], outcome });
  const { unitId } = target.place;
  const place = reached(target.place);
  await enqueue(db, deps, {
    ...{ key: `target:${target.id}:adjust:${decided.id}`, kind: 'progress', link: linkOf(target.id) },
    origin: originOf(target.id),
    title: decided.approved ? `目标已调整：${name}` : `目标调整没有批准：${name}`,
    text: decided.approved ? `调整为 ${amountText(decided.value, target, definition)}。` : `意见：${decided.words}`,
    to: [
      { to: 'person', id: decided.askedBy },
      ...(decided.approved
        ? [
            unitId === ''
              ? ({ to: 'holders', permission: 'indicator.target', place } as const)
              : ({ to: 'unit', id: unitId } as const),
          ]
        : []),
    ],
    except: actor.id,
  });
}

/** Those above have an objection to answer. */
export async function askAnswer(
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  { stored, definition, above }: About,
  objection: { readonly id: string; readonly reason: string },
): Promise<void> {
  const { target, enterpriseName } = stored;
  const names = await readNames(db, [target.place]);
  await openWork(db, deps, actor, {
    ...{ kind: 'handle', link: linkOf(target.id), place: reached(above), assignee: holders },
    origin: { slice: 'indicator', kind: 'target-objection', id: objection.id },
    title: `答复目标异议：${subjectName(target, definition, names, enterpriseName)}`,
    detail: objection.reason,
    basis: stored.source.said,
  });
}

/** Whoever objected hears the answer. */
export async function tellAnswered(
  db: IndicatorDb,
  deps: IndicatorDeps,
  actor: Actor,
  stored: StoredTarget,
  { id, answer, by }: { readonly id: string; readonly answer: string; readonly by: string },
): Promise<void> {
  const origin = { slice: 'indicator', kind: 'target-objection', id };
  await closeWork(db, deps, actor, { origin, outcome: '已答复' });
  await enqueue(db, deps, {
    ...{ key: `target:${stored.target.id}:answer:${id}`, kind: 'progress', link: linkOf(stored.target.id), origin },
    ...{
      title: `目标异议有了答复：${stored.source.said}`,
      text: answer,
      to: [{ to: 'person', id: by }],
      except: actor.id,
    },
  });
}
