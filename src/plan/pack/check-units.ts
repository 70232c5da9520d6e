import type { PackFault } from '../../kernel/index.ts';
import { findUnit, type Registers } from '../domain/register/index.ts';
import type { PlanContent } from './plan-schema.ts';

/** Every unit is in the register or is listed in `localUnits` with a reason; leads are among the units of their task. */
export function checkUnits(plan: PlanContent, registers: Registers): PackFault[] {
  const local = new Set(plan.localUnits.map((u) => u.name));
  const used = new Set<string>();
  const faults: PackFault[] = [];
  const look = (name: string, path: PackFault['path']) => {
    used.add(name);
    if (!local.has(name) && findUnit(name, registers, plan.region) === null)
      faults.push({ code: 'pack-unit-unknown', path, given: name, limit: 'localUnits' });
  };
  plan.tasks.forEach((task, t) => {
    task.units.forEach((name, u) => {
      look(name, ['tasks', t, 'units', u]);
    });
    const leads = [task.lead, ...task.coLeads, ...task.groups.flatMap((g) => [g.lead, ...g.units])];
    for (const lead of leads) {
      if (lead !== null && !task.units.includes(lead))
        faults.push({ code: 'pack-lead-not-a-unit', path: ['tasks', t, 'lead'], given: lead });
    }
  });
  plan.inherited?.units.forEach((name, u) => {
    look(name, ['inherited', 'units', u]);
  });
  plan.localUnits.forEach(({ name }, i) => {
    if (!used.has(name)) faults.push({ code: 'pack-unit-unused', path: ['localUnits', i], given: name });
    else if (findUnit(name, registers, plan.region) !== null)
      faults.push({ code: 'pack-unit-known-already', path: ['localUnits', i], given: name });
  });
  return faults;
}
