import { memo, useCallback, useSyncExternalStore } from 'react';
import { Cell } from '../../list/grid-parts.tsx';
import type { Sheet } from '../sheet.ts';
import { CellInput } from './cell-input.tsx';
import type { CellView } from './cell-view.ts';

/** Whether a cell is in the chosen block, or the one that is typed into. */
export type Chosen = 'no' | 'within' | 'current';

interface Props {
  readonly sheet: Sheet;
  readonly cell: number;
  readonly columnIndex: number;
  readonly chosen: Chosen;
}

/** One cell; listens to itself. */
export const GridCell = memo(function GridCell({ sheet, cell, columnIndex, chosen }: Props) {
  const subscribe = useCallback((listener: () => void) => sheet.listenTo(cell, listener), [sheet, cell]);
  const view = useSyncExternalStore(subscribe, () => sheet.viewAt(cell));
  return (
    <Cell
      className="jw-entry-cell"
      aria-colindex={columnIndex}
      aria-selected={chosen !== 'no'}
      aria-readonly={view.lock !== null}
      data-cell={cell}
      data-chosen={chosen}
      data-save={view.save}
      data-finding={view.finding ?? undefined}
      data-locked={view.lock === null ? undefined : ''}
      data-returned={view.isReturned ? '' : undefined}
      data-note={view.hasNote ? '' : undefined}
    >
      <Sign view={view} />
      {chosen === 'current' ? (
        <CellInput sheet={sheet} view={view} label={nameOf(sheet, cell)} describedBy={sheet.sentencesId} />
      ) : (
        <span className="jw-entry-text">{view.text}</span>
      )}
    </Cell>
  );
});

/** Row, column and unit, by which a screen reader calls the cell. */
const nameOf = (sheet: Sheet, cell: number): string => {
  const [row, column] = [sheet.rowOf(cell), sheet.columnOf(cell)];
  return [row?.title, column?.title, column?.unit].filter(Boolean).join('，');
};

/** One sign for what matters most, since colour alone is not seen by everybody; with its word for those who listen. */
function Sign({ view }: { readonly view: CellView }) {
  const sign = signOf(view);
  if (sign === null) return null;
  return (
    <span className={`jw-entry-sign jw-entry-sign-${sign.tone}`} title={view.sentences[0] ?? sign.word}>
      <span aria-hidden="true">{sign.glyph}</span>
      <span className="visually-hidden">{sign.word}</span>
    </span>
  );
}

interface SignShown {
  readonly glyph: string;
  readonly word: string;
  readonly tone: 'hard' | 'soft' | 'quiet';
}
const shown = (glyph: string, word: string, tone: SignShown['tone']): SignShown => ({ glyph, word, tone });

function signOf({ save, finding, isReturned, isFromElsewhere }: CellView): SignShown | null {
  if (save === 'conflict') return shown('⇄', '别人也改过', 'hard');
  if (save === 'refused') return shown('×', '没有通过', 'hard');
  if (finding === 'hard') return shown('!', '有错误', 'hard');
  if (save === 'held') return shown('…', '还缺原因', 'soft');
  if (finding === 'soft') return shown('?', '要说明', 'soft');
  if (isReturned) return shown('↩', '审核退回', 'soft');
  if (save === 'changed' || save === 'sending') return shown('•', '还没有保存', 'quiet');
  if (finding === 'explained') return shown('✓', '已说明', 'quiet');
  return isFromElsewhere ? shown('取', '取自别的表', 'quiet') : null;
}
