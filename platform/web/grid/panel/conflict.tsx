import { Button } from 'antd';
import { shownText } from '../gestures.ts';
import { type Cell, entryOf, type GridColumn } from '../model.ts';
import type { Slot } from '../saving/slot.ts';
import type { Sheet } from '../sheet.ts';

interface Props {
  readonly sheet: Sheet;
  readonly cell: number;
  readonly slot: Slot;
  readonly column: GridColumn;
}

/** Two people changed one cell: both contents, and the choice. */
export function Conflict({ sheet, cell, slot, column }: Props) {
  const { conflict, entry } = slot;
  if (conflict === null) return null;
  const who = `${conflict.by || '别人'}${conflict.at === '' ? '' : `（${timeText(conflict.at)}）`}`;
  return (
    <div className="jw-entry-conflict" role="alert">
      <dl>
        <dt>{who}存的</dt>
        <dd>{contentText(conflict.theirs, shownText(entryOf(conflict.theirs), column))}</dd>
        <dt>你填的</dt>
        <dd>{contentText(entry, shownText(entry, column))}</dd>
      </dl>
      <div className="jw-entry-buttons">
        <Button size="small" onClick={() => sheet.choose([cell], 'theirs')}>
          改用别人的
        </Button>
        <Button size="small" type="primary" onClick={() => sheet.choose([cell], 'own')}>
          仍用我的
        </Button>
      </div>
    </div>
  );
}

/** Reason and comment are shown, too: they may be all that differs. */
const contentText = ({ reason, note }: Cell, figure: string): string =>
  [figure || '空', ...(reason ? [`原因：${reason}`] : []), ...(note ? [`备注：${note}`] : [])].join('；');

const timeText = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
