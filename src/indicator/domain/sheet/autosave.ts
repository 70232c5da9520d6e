import type { Refusal } from '../../../kernel/index.ts';

interface At {
  readonly row: string;
  readonly indicatorId: string;
}
export interface CellText {
  readonly value: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  /** What was typed and is no figure. */
  readonly text: string | null;
}
/** A changed cell with the revision that it was changed upon. */
export interface CellEdit extends At, CellText {
  readonly revision: number;
}
/** A cell as it stands, by whom and since when. */
export interface HeldCell extends CellText {
  readonly revision: number;
  readonly byName: string;
  readonly savedAt: string;
}

export type CellAnswer = At &
  (
    | { readonly state: 'saved'; readonly revision: number }
    | {
        readonly state: 'conflict';
        readonly revision: number;
        readonly theirs: CellText;
        readonly by: string;
        readonly at: string;
      }
    | { readonly state: 'refused'; readonly refusals: readonly Refusal[] }
  );

export interface Edits {
  /** What is to be written, each cell once. */
  readonly write: readonly (At & CellText)[];
  /** In the order of the edits. */
  readonly answers: readonly CellAnswer[];
}

export interface SheetSight {
  readonly held: (row: string, indicatorId: string) => HeldCell | undefined;
  readonly isCell: (row: string, indicatorId: string) => boolean;
}

/**
 * What becomes of each changed cell. One that somebody else has saved since is a conflict and stays as it is; the same
 * content from two hands, or sent again because its answer was lost, is saved. What cannot be taken does not keep the others.
 */
export function decideEdits(edits: readonly CellEdit[], { held, isCell }: SheetSight): Edits {
  const seen = new Set<string>();
  const write: (At & CellText)[] = [];
  const answers = edits.map((edit): CellAnswer => {
    const { row, indicatorId } = edit;
    const at = { row, indicatorId };
    const refused = (code: string): CellAnswer => ({
      ...{ ...at, state: 'refused', refusals: [{ code, field: `${row} ${indicatorId}` }] },
    });
    const key = JSON.stringify([row, indicatorId]);
    if (seen.has(key)) return refused('sheet-cell-twice');
    seen.add(key);
    if (!isCell(row, indicatorId)) return refused('sheet-cell-unknown');
    const content = cleaned(edit);
    if (content.value !== null && content.text !== null) return refused('sheet-cell-two');
    const stands = held(row, indicatorId);
    if (stands !== undefined && sameText(cleaned(stands), content))
      return { ...at, state: 'saved', revision: stands.revision };
    if ((stands?.revision ?? 0) !== edit.revision) return conflicting(at, stands);
    if (stands === undefined && isBlank(content)) return { ...at, state: 'saved', revision: 0 };
    write.push({ ...at, ...content });
    return { ...at, state: 'saved', revision: edit.revision + 1 };
  });
  return { write, answers };
}

const nothing: CellText = { value: null, reason: null, note: null, text: null };

const conflicting = (at: At, stands: HeldCell | undefined): CellAnswer => ({
  ...{ ...at, state: 'conflict', revision: stands?.revision ?? 0 },
  theirs: stands === undefined ? nothing : cleaned(stands),
  ...{ by: stands?.byName ?? '', at: stands?.savedAt ?? '1970-01-01T00:00:00.000Z' },
});

/** Texts without anything in them are none. */
const cleaned = ({ value, reason, note, text }: CellText): CellText => ({
  ...{ value, reason: some(reason), note: some(note), text: some(text) },
});
const some = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

const sameText = (a: CellText, b: CellText): boolean =>
  a.value === b.value && a.reason === b.reason && a.note === b.note && a.text === b.text;
const isBlank = (content: CellText): boolean => sameText(content, nothing);
