import type { Permission } from '../../../access/index.ts';
import { enqueue, type NewNotice } from '../../../notice/index.ts';
import type { WarningRule } from '../../domain/index.ts';
import {
  concernedBy,
  readWatchState,
  type StoredWarning,
  setTold,
  setWatchState,
  takeTurn,
  untold,
} from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { type SaidWarning, sayWarnings } from './say.ts';

/** Who can do something about it: what falls behind is for those who give work, what looks wrong for those who review. */
const concerned: Readonly<Record<WarningRule, Permission>> = {
  ...{ pace: 'work.assign', streak: 'work.assign', outlier: 'indicator.review', missing: 'indicator.review' },
  ...{ mismatch: 'indicator.review', heaping: 'indicator.review', 'copy-forward': 'indicator.review' },
};

/** Told in one step; what is more follows in the next. */
const mostAtOnce = 500;
/** A digest of more is told on several days: nobody reads as many. */
const mostInDigest = 5000;
/** Sentences in one message; the others are on the page. */
const mostSaid = 5;
/** Nobody is woken by a digest. Hour of the day in China. */
const digestHour = 8;

/**
 * Tells people of new warnings, as the system: red ones at once, the others in one message a day. What was told is noted in
 * the same transaction, so that nobody hears of a cause twice. Gives how many were told.
 */
export const tellWarnings = (deps: IndicatorDeps): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    if (!(await takeTurn(db))) return 0;
    const urgent = await untold(db, ['red'], mostAtOnce);
    await tell(db, deps, urgent, 'red');
    return urgent.length + (await tellDigest(db, deps));
  });

async function tellDigest(db: IndicatorDb, deps: IndicatorDeps): Promise<number> {
  const day = today(deps);
  const { digestOn, due } = await readWatchState(db);
  // What a round is still finding belongs to the same message.
  if (digestOn === day || due > 0 || hourOf(deps.clock.now()) < digestHour) return 0;
  const calm = await untold(db, ['yellow', 'blue'], mostInDigest);
  if (calm.length === 0) return 0;
  await tell(db, deps, calm, 'digest');
  await setWatchState(db, { digestOn: day });
  return calm.length;
}

const hourOf = (at: string): number => new Date(Date.parse(at) + 8 * 3_600_000).getUTCHours();

async function tell(
  db: IndicatorDb,
  deps: IndicatorDeps,
  warnings: readonly StoredWarning[],
  how: 'red' | 'digest',
): Promise<void> {
  if (warnings.length === 0) return;
  const [day, at] = [today(deps), deps.clock.now()];
  // Numbers of one or two enterprises are not sent by mail, whoever gets it.
  const said = new Map((await sayWarnings(db, warnings, () => false)).map((each) => [each.id, each]));
  const permissions = new Map(Object.entries(concerned));
  const ids = warnings.map(({ id }) => id);
  const people = Map.groupBy(await concernedBy(db, ids, permissions, day), ({ personId }) => personId);
  const notices = [...people].map(([personId, of]) => {
    const theirs = of.flatMap(({ warningId }) => said.get(warningId) ?? []);
    return noticeFor(personId, theirs, how, day);
  });
  await enqueue(db, deps, ...notices);
  await setTold(db, ids, at);
}

function noticeFor(personId: string, said: readonly SaidWarning[], how: 'red' | 'digest', day: string): NewNotice {
  const [first] = said;
  const one = said.length === 1 && first !== undefined ? first : null;
  const name = how === 'red' ? '红色预警' : '预警';
  const lines = said.slice(0, mostSaid).map(({ title, reason }) => `${title}：${reason}`);
  const more = said.length > mostSaid ? [`还有 ${said.length - mostSaid} 条，请打开预警页查看。`] : [];
  return {
    key:
      how === 'digest'
        ? `watch:digest:${day}:${personId}`
        : `watch:red:${personId}:${said.map(({ id }) => id).join(',')}`,
    ...{ kind: 'warning', importance: how === 'red' ? 'high' : 'normal' },
    title: one === null ? `${said.length} 条${how === 'red' ? '' : '新'}${name}` : `${name}：${one.title}`,
    text: one === null ? [...lines, ...more].join('\n') : `${one.reason}${one.next}`,
    link: one === null ? '/warnings' : `/warnings/${one.id}`,
    origin: one === null ? null : { slice: 'indicator', kind: 'warning', id: one.id },
    to: [{ to: 'person', id: personId }],
  };
}
