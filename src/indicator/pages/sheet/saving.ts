import { send } from '../../../../platform/web/api.ts';
import type { CellOutcome, SaveCells } from '../../../../platform/web/grid/props.ts';
import { type CellAnswerJson, collectionApi } from '../../contract.ts';

/** How many of the cells that are wanted are filled in. */
export interface Counts {
  readonly filled: number;
  readonly wanted: number;
}

/** Sends changed cells of a sheet and says of each what became of it, and how far the sheet is then. */
export const saverOf =
  (sheetId: string, onCounts: (counts: Counts) => void): SaveCells =>
  async (changes, signal) => {
    const cells = changes.map(({ row, column, value, reason, note, revision }) => ({
      ...{ row, indicatorId: column, value, reason, note, revision: Number(revision ?? 0) },
    }));
    const { answers, filled, wanted } = await send(collectionApi.saveCells, {
      ...{ params: { sheetId }, body: { cells }, signal },
    });
    onCounts({ filled, wanted });
    return answers.map(outcomeOf);
  };

function outcomeOf(answer: CellAnswerJson): CellOutcome {
  const at = { row: answer.row, column: answer.indicatorId };
  if (answer.state === 'saved') return { ...at, kind: 'saved', revision: answer.revision };
  if (answer.state === 'refused')
    return { ...at, kind: 'refused', message: answer.refusals.map(({ message }) => message).join('') };
  const { value, reason, note } = answer.theirs;
  return {
    ...at,
    kind: 'conflict',
    theirs: { value, reason, note },
    revision: answer.revision,
    by: answer.by,
    at: answer.at,
  };
}
