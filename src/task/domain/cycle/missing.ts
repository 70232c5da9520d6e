import type { Duty, Task } from '../model/index.ts';

const reporting: ReadonlySet<Duty['state']> = new Set(['sent', 'signed', 'handed-back']);

/** Whether a duty is asked to report: it is open, and closed out by itself. */
export const owesReport = ({ own, state }: Duty): boolean => own && reporting.has(state);

/** A report that a cycle still waits for. */
export interface MissingReport {
  readonly taskId: string;
  readonly dutyId: string;
  readonly unitId: string | null;
}

/** The reports that have not come, in the order of tasks and their duties: who is to be reminded. */
export const missingReports = (tasks: readonly Task[], cycleId: string): MissingReport[] =>
  tasks.flatMap((task) =>
    task.duties
      .filter((duty) => owesReport(duty) && !duty.reports.some((report) => report.cycleId === cycleId))
      .map(({ id, unit }) => ({ taskId: task.id, dutyId: id, unitId: unit.id })),
  );
