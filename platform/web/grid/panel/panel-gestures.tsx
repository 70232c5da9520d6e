import { Button } from 'antd';
import { typedInto } from '../gestures.ts';
import { isNone } from '../model.ts';
import type { Slot } from '../saving/slot.ts';
import { blockOf, selectionAt } from '../selection.ts';
import type { Sheet } from '../sheet.ts';

interface Props {
  readonly sheet: Sheet;
  readonly slot: Slot;
  readonly isLocked: boolean;
  askReason(): void;
}

/** What a telephone's keys for figures cannot write: that there is none, and a minus sign. */
export function PanelGestures({ sheet, slot, isLocked, askReason }: Props) {
  if (isLocked) return null;
  const type = (text: string): void =>
    sheet.apply('填写', typedInto(sheet, blockOf(selectionAt(sheet.selection.active)), text));
  const turn = (): void => {
    sheet.commit();
    const { value } = sheet.entryAt(sheet.current);
    const column = sheet.columnOf(sheet.current);
    if (value === null || value === 0 || column === undefined) return;
    const before = sheet.entryAt(sheet.current);
    sheet.apply('变号', {
      edits: [{ cell: sheet.current, before, after: { ...before, value: 0 - value } }],
      block: null,
    });
  };
  return (
    <p className="jw-entry-buttons">
      <Button
        size="small"
        disabled={isNone(slot.entry)}
        onClick={() => {
          sheet.type(null);
          type('无');
          askReason();
        }}
      >
        没有数
      </Button>
      <Button size="small" onClick={turn}>
        正负变号
      </Button>
    </p>
  );
}
