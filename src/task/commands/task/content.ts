import type { CreateTaskJson } from '../../contract.ts';
import type { Deliverable, DutyContent, Task, TaskContent } from '../../domain/index.ts';

/** What is sent about the units, milestones and figures of a task, as the domain knows it. */

export type SentDuty = CreateTaskJson['duties'][number];
type Owed = Pick<CreateTaskJson, 'duties' | 'milestones' | 'deliverables'>;

export const asPlanned = ({ unitId, unitName, role, part, dueOn }: SentDuty): Omit<DutyContent, 'id'> => ({
  ...{ unit: { id: unitId, name: unitName }, role, part: part?.trim() === '' ? null : part, dueOn, inherited: false },
});

/** One more than the greatest number of `prefix1`, `prefix2`…, for each that has no id yet. */
function numbered<T extends { readonly id?: string | undefined }>(
  some: readonly T[],
  prefix: string,
): (T & { readonly id: string })[] {
  let last = greatest(
    some.map(({ id }) => id ?? ''),
    prefix,
  );
  return some.map((each) => ({ ...each, id: each.id ?? `${prefix}${++last}` }));
}

const greatest = (ids: readonly string[], prefix: string): number =>
  Math.max(0, ...ids.map((id) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) || 0 : 0)));

export const nextDutyId = ({ duties }: Pick<Task, 'duties'>): string =>
  `D${
    greatest(
      duties.map(({ id }) => id),
      'D',
    ) + 1
  }`;

/** Duties keep what the document says of them; `before` is the task as it was, null for a new one. */
export function owedOf(
  { duties, milestones, deliverables }: Owed,
  before: Pick<Task, 'duties'> | null,
): Pick<TaskContent, 'duties' | 'milestones' | 'deliverables'> {
  const inherited = new Set(before?.duties.filter((duty) => duty.inherited).map(({ id }) => id));
  return {
    duties: numbered(duties, 'D').map((duty) => ({
      ...asPlanned(duty),
      id: duty.id,
      inherited: inherited.has(duty.id),
    })),
    milestones: numbered(milestones, 'M').map(({ id, name, dueOn, dutyId }) => ({ id, name, dueOn, dutyId })),
    deliverables: numbered(deliverables, 'F').map((each): Deliverable => ({ ...each })),
  };
}
