import type { DutyContent, UnitRef } from '../model/index.ts';
import type { TaskDraft } from './draft.ts';

/**
 * A draft with the units that somebody said a name means: one name may become many units, and two names one unit. What was
 * doubted about the name is no longer.
 */
export function withMeant(draft: TaskDraft, meant: ReadonlyMap<string, readonly UnitRef[]>): TaskDraft {
  const all = draft.content.duties.flatMap((duty): DutyContent[] => {
    const units = meant.get(duty.unit.name);
    return units === undefined ? [duty] : units.map((unit) => ({ ...duty, unit }));
  });
  const keyOf = ({ unit }: DutyContent): string => unit.id ?? unit.name;
  const leads = new Set(all.filter(({ role }) => role === 'lead').map(keyOf));
  const once = all.filter(
    (duty, at) =>
      (duty.role === 'lead' || duty.part !== null || !leads.has(keyOf(duty))) &&
      all.findIndex((other) => keyOf(other) === keyOf(duty) && other.role === duty.role && other.part === duty.part) ===
        at,
  );
  return {
    content: { ...draft.content, duties: once.map((duty, at) => ({ ...duty, id: `D${at + 1}` })) },
    doubts: draft.doubts.filter(
      ({ code, given }) => !((code === 'unit-unresolved' || code === 'unit-collective') && meant.has(given)),
    ),
  };
}
