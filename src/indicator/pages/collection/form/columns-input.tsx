import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import type { FormContentJson } from '../../../contract.ts';
import { nameOfIndicator, useIndicatorSearch, useIndicators } from './indicators.ts';
import { type Columns, moved } from './values.ts';

/** Which indicators are asked for, in their order. Alt with an arrow moves the line that has the focus. */
export function ColumnsInput({ id, value, onChange, values, ...given }: OwnInput) {
  const columns = (value ?? []) as Columns;
  const [typed, setTyped] = useState('');
  const { found, busy } = useIndicatorSearch(typed, values.frequency);
  const known = useIndicators(columns.map(({ indicatorId }) => indicatorId));
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<string | null>(null);
  const put = (next: FormContentJson['columns']): void => onChange?.(next);
  const move = (from: number, to: number, button: string): void => {
    const column = columns[from];
    if (column === undefined || to < 0 || to >= columns.length) return;
    follow.current = `${column.indicatorId} ${button}`;
    put(moved(columns, from, to));
  };
  // A line that is put elsewhere in the page loses the focus.
  useEffect(() => {
    if (follow.current === null) return;
    const [line, button] = follow.current.split(' ');
    follow.current = null;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-line="${line}"] button:enabled`) ?? [];
    const wanted = [...buttons].find((each) => each.dataset.move === button) ?? buttons[0];
    wanted?.focus();
  });
  const keys = (event: KeyboardEvent, at: number): void => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    move(at, at + step, step === -1 ? 'up' : 'down');
  };
  const chosen = new Set(columns.map(({ indicatorId }) => indicatorId));
  const options = found
    .filter((each) => !chosen.has(each.id))
    .map((each) => ({ value: each.id, label: `${each.name}（${each.unit}）` }));
  return (
    <div className="form-part" data-invalid={given['aria-invalid']}>
      {columns.length > 0 && (
        <ol className="form-lines" ref={list}>
          {columns.map(({ indicatorId, required }, at) => {
            const name = nameOfIndicator(known, indicatorId);
            const fits = known.get(indicatorId)?.frequency ?? values.frequency;
            return (
              <li key={indicatorId} data-line={indicatorId} onKeyDown={(event) => keys(event, at)}>
                <span className="form-line-name">
                  {at + 1}. {name}
                  {fits !== values.frequency && <small className="form-wrong">报的次数和这张表不一样，请移除</small>}
                </span>
                <Checkbox
                  checked={required}
                  aria-label={`${name}必填`}
                  onChange={({ target }) =>
                    put(columns.map((each, index) => (index === at ? { ...each, required: target.checked } : each)))
                  }
                >
                  必填
                </Checkbox>
                <span className="form-line-buttons">
                  <Button
                    size="small"
                    type="text"
                    data-move="up"
                    disabled={at === 0}
                    aria-label={`上移${name}`}
                    title="上移（Alt+↑）"
                    icon={<ArrowUpOutlined />}
                    onClick={() => move(at, at - 1, 'up')}
                  />
                  <Button
                    size="small"
                    type="text"
                    data-move="down"
                    disabled={at === columns.length - 1}
                    aria-label={`下移${name}`}
                    title="下移（Alt+↓）"
                    icon={<ArrowDownOutlined />}
                    onClick={() => move(at, at + 1, 'down')}
                  />
                  <Button
                    size="small"
                    type="text"
                    aria-label={`移除${name}`}
                    title="移除"
                    icon={<CloseOutlined />}
                    onClick={() => put(columns.filter((_, index) => index !== at))}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <Select
        {...(id !== undefined && { id })}
        className="form-add"
        aria-label="加一个指标"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={busy}
        value={null}
        placeholder="输入指标名称中的字，加一个指标"
        notFoundContent={busy ? '正在找' : '没有找到能填报的指标，换几个字试试'}
        options={options}
        onChange={(indicatorId: string | null) => {
          if (indicatorId !== null) put([...columns, { indicatorId, required: true }]);
          setTyped('');
        }}
      />
    </div>
  );
}
