import type { DutyLine, Lines } from '../task/content/lines.ts';

/** Who owes what by when, as it was read out of people's words. */
export interface ReadDraft {
  readonly duties: readonly {
    readonly unit: { readonly id: string | null; readonly name: string };
    readonly role: 'lead' | 'cooperating';
    readonly part: string | null;
  }[];
  readonly dueOn: string | null;
  readonly milestones: readonly { readonly name: string; readonly dueOn: string }[];
}

/** A draft as the form holds it: the deadline is that of the leads and of whoever has a part of his own. */
export const linesFor = ({ duties, dueOn, milestones }: ReadDraft): Lines => ({
  duties: duties.map(
    ({ unit, role, part }, at): DutyLine => ({
      ...{ id: `D${at + 1}`, unitId: unit.id, unitName: unit.name, role, part: part ?? '' },
      dueOn: role === 'lead' || part !== null ? (dueOn ?? '') : '',
    }),
  ),
  milestones: milestones.map(({ name, dueOn: on }, at) => ({ id: `M${at + 1}`, name, dueOn: on, dutyId: null })),
  figures: [],
});
