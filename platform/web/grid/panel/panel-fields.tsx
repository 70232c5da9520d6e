import { type GetRef, Input } from 'antd';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { isNone } from '../model.ts';
import type { Slot } from '../saving/slot.ts';
import type { Sheet } from '../sheet.ts';

export type ReasonField = RefObject<GetRef<typeof Input.TextArea> | null>;

interface Props {
  readonly sheet: Sheet;
  readonly cell: number;
  readonly slot: Slot;
  readonly isLocked: boolean;
  readonly reasonField: ReasonField;
  back(on: boolean): void;
}

/** Reason and comment of the current cell. Each letter is taken over at once, so that nothing waits in a field. */
export function PanelFields({ sheet, cell, slot, isLocked, reasonField, back }: Props) {
  const id = useId();
  const { entry } = slot;
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isDone = event.key === 'Enter' && !event.shiftKey;
    if (!isDone && event.key !== 'Escape') return;
    event.preventDefault();
    back(isDone);
  };
  const fields = [
    { name: 'reason', label: entry.value === null ? '没有数的原因' : '说明：数为什么是这样', ref: reasonField },
    { name: 'note', label: '备注', ref: null },
  ] as const;
  return (
    <>
      {fields.map(({ name, label, ref }) => (
        <div key={name} className="jw-entry-field">
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <Input.TextArea
            id={`${id}-${name}`}
            ref={ref}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={500}
            value={entry[name] ?? ''}
            disabled={isLocked || entry.text !== null}
            onChange={({ target }) => sheet.explain(cell, { [name]: target.value === '' ? null : target.value })}
            onKeyDown={keys}
          />
        </div>
      ))}
      {isNone(entry) && entry.reason?.trim() === '' && (
        <p className="jw-entry-hint">“没有”和 0 不一样：写了原因才算填好。按回车回到表格。</p>
      )}
    </>
  );
}
