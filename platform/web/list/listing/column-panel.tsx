import { DownOutlined, HolderOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Drawer, Select } from 'antd';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type ColumnChoice, chosenColumns, columnChoices, moved } from './columns.ts';
import type { ListingState } from './use-listing.ts';

interface Props<Row> {
  readonly listing: ListingState<Row>;
  readonly open: boolean;
  onClose(): void;
}

const MOST_FROZEN = 3;

/** Which columns are shown, in which order (by hand, by buttons, or Alt with the arrows), and how many stay in sight. */
export function ColumnPanel<Row>({ listing, open, onClose }: Props<Row>) {
  const { allColumns, search, frozen } = listing;
  const choices = columnChoices(allColumns, search.columns);
  const put = (next: readonly ColumnChoice[]): void => listing.look({ columns: chosenColumns(allColumns, next) });
  return (
    <Drawer title="列" open={open} onClose={onClose} size={380} destroyOnHidden>
      <p className="jw-columns-hint">勾选要看的列。拖动，或者选中后按 Alt 加上下箭头，可以改变次序。</p>
      <Choices
        choices={choices}
        titleOf={(key) => allColumns.find((each) => each.key === key)?.title ?? key}
        onPut={put}
      />
      <div className="jw-columns-frozen">
        <span id="jw-frozen">左边固定几列</span>
        <Select
          aria-labelledby="jw-frozen"
          value={Math.min(frozen, MOST_FROZEN)}
          options={Array.from({ length: MOST_FROZEN + 1 }, (_, count) => ({
            value: count,
            label: count === 0 ? '不固定' : `${count} 列`,
          }))}
          onChange={(count) => listing.look({ frozen: count === 1 ? undefined : count })}
        />
        <Button onClick={() => listing.look({ columns: undefined, frozen: undefined })}>恢复原样</Button>
      </div>
    </Drawer>
  );
}

interface ChoicesProps {
  readonly choices: readonly ColumnChoice[];
  titleOf(key: string): string;
  onPut(choices: readonly ColumnChoice[]): void;
}

function Choices({ choices, titleOf, onPut }: ChoicesProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= choices.length) return;
    onPut(moved(choices, from, to));
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[to]?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    move(at, at + step);
  };
  const onDrop = (event: DragEvent, at: number): void => {
    event.preventDefault();
    if (dragged !== null) onPut(moved(choices, dragged, at));
    setDragged(null);
  };
  const lastShown = choices.filter(({ shown }) => shown).length === 1;
  return (
    <ul className="jw-columns" ref={list}>
      {choices.map(({ key, shown }, at) => (
        <li
          key={key}
          draggable
          data-dragged={dragged === at || undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(at);
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => onDrop(event, at)}
          onDragEnd={() => setDragged(null)}
          onKeyDown={(event) => onKeyDown(event, at)}
        >
          <HolderOutlined className="jw-columns-handle" aria-hidden="true" />
          <Checkbox
            checked={shown}
            disabled={shown && lastShown}
            onChange={({ target }) =>
              onPut(choices.map((each, other) => (other === at ? { ...each, shown: target.checked } : each)))
            }
          >
            {titleOf(key)}
          </Checkbox>
          <Button
            type="text"
            size="small"
            aria-label={`${titleOf(key)}往前移`}
            disabled={at === 0}
            icon={<UpOutlined />}
            onClick={() => move(at, at - 1)}
          />
          <Button
            type="text"
            size="small"
            aria-label={`${titleOf(key)}往后移`}
            disabled={at === choices.length - 1}
            icon={<DownOutlined />}
            onClick={() => move(at, at + 1)}
          />
        </li>
      ))}
    </ul>
  );
}
