import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { EnterpriseJson } from '../contract.ts';
import { type FigureVintage, figureFaults } from '../domain/index.ts';
import { deleteFigureRow, insertChange, lockFigures, putFigureRow, settleRows, touchEnterprise } from '../store.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { lockEnterprise, recordOf } from './lock.ts';
import { readEnterprise } from './read-enterprise.ts';

/**
 * Notes figures of a year or a month; those that are not named stay, null takes one out. Refuses a period to come, figures that
 * the dictionary has not or that are out of its bounds, and a declaration of the enterprise over what an auditor found.
 */
export async function putFigures(
  actor: Actor,
  asked: {
    readonly enterpriseId: string;
    readonly period: string;
    /** As seen; 0: nothing yet. */
    readonly revision: number;
    readonly figures: Readonly<Record<string, number | null>>;
    readonly vintage: FigureVintage;
    readonly source: string;
  },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  const { enterpriseId, period, figures, vintage } = asked;
  const day = today(deps);
  if (period > day.slice(0, period.length))
    throw new RefusalError({ code: 'enterprise-period-future', field: 'period', given: period, limit: day });
  const faults = figureFaults(period, figures, deps.figures);
  if (faults.length > 0) throw new RefusalError(...faults);
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, enterpriseId, null);
    const before = await lockFigures(db, row.id, period);
    if ((before?.revision ?? 0) !== asked.revision)
      throw new RefusalError({
        code: 'record-changed',
        field: 'revision',
        given: asked.revision,
        limit: before?.revision ?? 0,
      });
    if (before !== undefined && before.vintage === 'audited' && vintage !== 'audited')
      throw new RefusalError({ code: 'enterprise-figures-audited', field: 'vintage', given: period });
    const was = before?.figures ?? {};
    const next = withFigures(was, figures);
    const source = asked.source.trim();
    const same = JSON.stringify(sorted(next)) === JSON.stringify(sorted(was));
    if (same && before?.vintage === vintage && before.source === source)
      throw new RefusalError({ code: 'enterprise-same', field: row.name });
    const doing = doingOf(deps, actor);
    if (Object.keys(next).length === 0) await deleteFigureRow(db, row.id, period);
    else await putFigureRow(db, { enterpriseId: row.id, period, figures: next, vintage, source, ...doing });
    const revision = await touchEnterprise(db, row.id, doing);
    const parts = Object.keys({ ...was, ...next }).filter((id) => was[id] !== next[id]);
    const of = (all: Readonly<Record<string, number>>, how: string | undefined) => ({
      ...{ period, vintage: how ?? null },
      ...Object.fromEntries(parts.map((id) => [id, all[id] ?? null])),
    });
    const [old, now] = [of(was, before?.vintage), of(next, vintage)];
    await insertChange(db, {
      ...{ id: deps.newId(), enterpriseId: row.id, revision, kind: 'figures', holdsFrom: day, parts },
      ...{ before: old, after: now, ...doing },
    });
    await settleRows(db, { ids: [row.id] }, day, deps.tags);
    note({
      action: 'enterprise.put-figures',
      ...recordOf(row),
      changes: [{ field: period, before: old, after: now }],
      basis: null,
    });
  });
  return readEnterprise(actor, { enterpriseId }, deps);
}

function withFigures(
  was: Readonly<Record<string, number>>,
  given: Readonly<Record<string, number | null>>,
): Record<string, number> {
  const next: Record<string, number> = { ...was };
  for (const [id, value] of Object.entries(given)) {
    if (value === null) delete next[id];
    else next[id] = value;
  }
  return next;
}

const sorted = (figures: Readonly<Record<string, number>>) =>
  Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1));
