import { addDays, addWorkingDays, type Day, type WorkingCalendar } from '../../../kernel/index.ts';
import type { Permit } from '../model/index.ts';
import type { PermitNorm, ProjectNorms, TimeNorm } from './model.ts';

/** By when an office has to have decided on a permit. */
export interface PermitDue {
  readonly norm: PermitNorm | null;
  /** null: the office has not taken it in yet, there is no norm, or the calendar of the year is not published. */
  readonly dueOn: Day | null;
  /** The calendar of the year is not published: nobody can say. */
  readonly isUnknown: boolean;
}

export function permitDue(permit: Permit, norms: ProjectNorms, calendar: WorkingCalendar): PermitDue {
  const norm = norms.permits.find(({ kind }) => kind === permit.kind) ?? null;
  if (norm === null || permit.acceptedOn === null) return { norm, dueOn: null, isUnknown: false };
  if (!norm.working) return { norm, dueOn: addDays(permit.acceptedOn, norm.days), isUnknown: false };
  const due = addWorkingDays(calendar, permit.acceptedOn, norm.days);
  return { norm, dueOn: due.ok ? due.value : null, isUnknown: !due.ok };
}

/** `20 个工作日`, `180 天` */
export const normWords = ({ days, working }: TimeNorm): string => `${days} ${working ? '个工作日' : '天'}`;
