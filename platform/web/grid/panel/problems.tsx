import { Button } from 'antd';
import { selectionAt } from '../selection.ts';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';

/** How many cells want something of the person, and the way to the next of them. */
export function Problems({ sheet }: { readonly sheet: Sheet }) {
  // Both what was found and what is stuck on its way count.
  useSheet(sheet, 'findings', () => countsText(sheet));
  const [errors = 0, open = 0] = useSheet(sheet, 'cells', () => countsText(sheet))
    .split(' ')
    .map(Number);
  if (errors + open === 0) return null;
  const words = [...(errors > 0 ? [`${errors} 格有错误`] : []), ...(open > 0 ? [`${open} 格要说明`] : [])];
  return (
    <span className="jw-entry-problems">
      <span data-tone={errors > 0 ? 'hard' : 'soft'}>{words.join('，')}</span>
      <Button size="small" onClick={() => goToNext(sheet)}>
        看下一格
      </Button>
    </span>
  );
}

/** As a text, so that it is drawn anew only when a number changed. */
function countsText(sheet: Sheet): string {
  const { hard, unexplained, unreadable, withoutReason, refused, conflicts } = sheet.tally();
  return `${hard + unreadable + refused + conflicts} ${unexplained + withoutReason}`;
}

function goToNext(sheet: Sheet): void {
  for (let step = 1; step <= sheet.cells; step += 1) {
    const cell = (sheet.current + step) % sheet.cells;
    if (!isProblem(sheet, cell)) continue;
    const width = sheet.columns.length;
    sheet.wantsFocus = true;
    sheet.select(selectionAt({ row: Math.floor(cell / width), column: cell % width }));
    return;
  }
}

function isProblem(sheet: Sheet, cell: number): boolean {
  const { finding, save } = sheet.viewAt(cell);
  return finding === 'hard' || finding === 'soft' || save === 'refused' || save === 'conflict' || save === 'held';
}
