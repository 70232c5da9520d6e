import type { TaskItem } from '../../../document/index.ts';
import type { Refusal } from '../../../kernel/index.ts';

/** What no task may say: a unit twice, a lead that is none of its units, a month that does not exist. */
export function checkTask(task: TaskItem): Refusal[] {
  const all = new Set([...task.units, ...task.inheritedUnits, ...task.groups.flatMap((group) => group.units)]);
  const leads = [task.lead, ...task.coLeads].filter((lead) => lead !== null);
  const stranger = leads.find((lead) => !all.has(lead));
  const twice = task.units.find((unit, at) => task.units.indexOf(unit) !== at);
  const empty = task.units.some((unit) => unit.trim() === '');
  const month = task.deadlines.find((deadline) => !/^\d{4}-(0[1-9]|1[0-2])$/.test(deadline));
  return [
    ...(stranger === undefined ? [] : [{ code: 'lead-not-a-unit', field: 'content.lead', given: stranger }]),
    ...(twice === undefined ? [] : [{ code: 'unit-twice', field: 'content.units', given: twice }]),
    ...(empty ? [{ code: 'field-empty', field: 'content.units' }] : []),
    ...(month === undefined
      ? []
      : [{ code: 'month-unknown', field: 'content.deadlines', given: month, limit: 'YYYY-MM' }]),
  ];
}
