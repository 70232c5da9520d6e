import type { PivotSpec } from '../../../contract/reading-api.ts';
import { enterpriseNames, readGreatest } from '../../../store/reading/enterprises.ts';
import type { IndicatorDb } from '../../../store.ts';
import { type Chosen, leafDefinitions } from '../catalogue.ts';
import { restId } from '../headings.ts';
import type { Standpoint } from '../standpoint.ts';
import type { Member, Spot } from './axes.ts';
import { stepsFor } from './readings.ts';
import type { Row } from './rows.ts';

interface EnterprisesContext {
  readonly db: IndicatorDb;
  readonly spec: PivotSpec;
  readonly chosen: Chosen;
  readonly standpoint: Standpoint;
  readonly usual: Spot;
}

export interface Enterprises {
  readonly members: readonly Member[];
  /** How many there are in all. */
  readonly all: number;
}

/** Enterprises without a number to stop at. */
const usualTop = 50;

/**
 * The enterprises with most in the last period (of a ratio: above its line), all others as one. Of a cumulative figure or a stock
 * its last one counts, of a flow the sum.
 */
export async function enterpriseMembers({
  db,
  spec,
  chosen,
  standpoint,
  usual,
}: EnterprisesContext): Promise<Enterprises> {
  const [leaf] = leafDefinitions(chosen.definitions, chosen.catalogue);
  if (leaf === undefined) return { members: [], all: 0 };
  const steps = stepsFor(leaf, 'value', usual.period);
  const periods = leaf.measures === 'flow' ? steps : steps.slice(-1);
  const asked = {
    ...{ indicators: [leaf.id], periods, axis: standpoint.axis },
    ...{ place: standpoint.place.id, chain: usual.chain },
  };
  const { ids, all } = await readGreatest(db, asked, spec.top ?? usualTop, leaf.direction === 'down');
  const names = await enterpriseNames(db, ids);
  const total: Member = { axis: 'enterprise', id: '', name: '合计', isTotal: true };
  const members = ids.map((id): Member => ({ axis: 'enterprise', id, name: names.get(id) ?? id, isTotal: false }));
  return { members: [...members, ...(spec.totals ? [total] : [])], all };
}

/** Rows of enterprises: those that were found, all others together, and the total. */
export function withOtherEnterprises(rows: readonly Row[], all: number): Row[] {
  const [shown, totals] = [rows.filter(({ kind }) => kind === 'plain'), rows.filter(({ kind }) => kind !== 'plain')];
  const left = all - shown.length;
  if (left <= 0) return [...rows];
  const others: Member = { axis: 'enterprise', id: restId, name: `其余 ${left} 家`, isTotal: false };
  const top = shown.flatMap(({ keys }) => keys.map(({ id }) => id));
  return [...shown, { keys: [others], kind: 'rest', members: left, top }, ...totals];
}
