import type { PackFault } from '../../kernel/index.ts';
import { doubles } from './fields.ts';
import type { PlanContent } from './plan-schema.ts';

/** Ids, task numbers and outline numbers are unique, and the pack carries the name of its folder. */
export function checkIds(plan: PlanContent, file: string): PackFault[] {
  const folder = file.split('/').at(-2) ?? '';
  const faults: PackFault[] = [];
  if (plan.id !== folder && !plan.id.startsWith(`${folder}.`))
    faults.push({ code: 'pack-id-not-folder', path: ['id'], given: plan.id, limit: folder });
  const ids = (['indicators', 'clauses', 'tables'] as const).flatMap((list) =>
    plan[list].map((item, i) => ({ path: [list, i, 'id'], value: item.id })),
  );
  return [
    ...faults,
    ...doubles(ids),
    ...doubles(plan.tasks.map((t, i) => ({ path: ['tasks', i, 'no'], value: t.no }))),
    ...doubles(plan.outline.map((n, i) => ({ path: ['outline', i, 'no'], value: n.no }))),
    ...doubles(plan.localUnits.map((u, i) => ({ path: ['localUnits', i, 'name'], value: u.name }))),
  ];
}
