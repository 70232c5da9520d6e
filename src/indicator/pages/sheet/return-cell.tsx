import { Button, Input } from 'antd';
import { useId } from 'react';
import type { CellAddress } from '../../../../platform/web/grid/model.ts';
import type { SheetJson } from '../../contract.ts';
import { addressKey, type ReturnedCells, withReason } from './returning.ts';

interface Props {
  readonly address: CellAddress;
  readonly data: SheetJson;
  readonly returning: ReturnedCells;
  onChange(next: ReturnedCells): void;
}

/** A reviewer's word on the current cell: it is gathered here and sent with the whole return. */
export function ReturnCell({ address, data, returning, onChange }: Props) {
  const id = useId();
  const { sheet } = data;
  if (sheet.state !== 'submitted' || !sheet.may.review) return null;
  const marked = returning.get(addressKey(address));
  if (marked === undefined)
    return (
      <p>
        <Button size="small" onClick={() => onChange(withReason(returning, address, ''))}>
          退回这一格
        </Button>
      </p>
    );
  return (
    <div className="sheet-return">
      <label htmlFor={id}>这一格哪里不对</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={1000}
        value={marked.reason}
        onChange={({ target }) => onChange(withReason(returning, address, target.value))}
      />
      <Button size="small" onClick={() => onChange(withReason(returning, address, null))}>
        不退这一格
      </Button>
    </div>
  );
}
