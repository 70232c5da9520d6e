import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import { todayHere } from '../../parts/today.ts';
import { CountedInput } from './counted-input.tsx';
import { type DutyLine, editing, type FigureLine, newFigure } from './lines.ts';
import { WhoseSelect } from './whose-select.tsx';

const modes = { cumulative: '累计到截止日', annual: '一年里', level: '达到的水平' } as const;

/** What is measured: so many of something, from a day to a day. */
export function FiguresInput({ id, value, onChange, values, ...given }: OwnInput) {
  const lines = (value ?? []) as readonly FigureLine[];
  const duties = (values.duties ?? []) as readonly DutyLine[];
  const { put, drop } = editing(lines, onChange);
  const add = (): void => {
    const today = todayHere();
    const by = duties.find(({ dueOn }) => dueOn > today)?.dueOn ?? `${today.slice(0, 4)}-12-31`;
    onChange?.([...lines, newFigure(lines, today, by)]);
  };
  return (
    <div className="content-lines" data-invalid={given['aria-invalid']}>
      {lines.map((line, at) => (
        <fieldset key={line.id}>
          <legend className="visually-hidden">第 {at + 1} 项成果</legend>
          <span className="content-line">
            <Input
              {...(at === 0 && id !== undefined && { id })}
              aria-label={`第 ${at + 1} 项成果的名称`}
              placeholder="成果，例如：技术改造项目"
              maxLength={120}
              value={line.name}
              onChange={({ target }) => put(at, { name: target.value })}
            />
            <Input
              className="content-figure"
              aria-label={`第 ${at + 1} 项成果的目标`}
              placeholder="目标"
              inputMode="decimal"
              maxLength={30}
              value={line.target}
              onChange={({ target }) => put(at, { target: target.value })}
            />
            <Input
              className="content-short"
              aria-label={`第 ${at + 1} 项成果的单位`}
              placeholder="单位"
              maxLength={20}
              value={line.unit}
              onChange={({ target }) => put(at, { unit: target.value })}
            />
            <select
              aria-label={`第 ${at + 1} 项成果保留几位小数`}
              value={line.decimals}
              onChange={({ target }) => put(at, { decimals: Number(target.value) })}
            >
              {[0, 1, 2, 3, 4].map((places) => (
                <option key={places} value={places}>
                  {places === 0 ? '整数' : `${places} 位小数`}
                </option>
              ))}
            </select>
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={`去掉第 ${at + 1} 项成果`}
              onClick={() => drop(line.id)}
            />
          </span>
          <span className="content-line">
            <select
              aria-label={`第 ${at + 1} 项成果怎样算`}
              value={line.mode}
              onChange={({ target }) => put(at, { mode: target.value as FigureLine['mode'] })}
            >
              {Object.entries(modes).map(([mode, name]) => (
                <option key={mode} value={mode}>
                  {name}
                </option>
              ))}
            </select>
            <Input
              className="content-day"
              type="date"
              aria-label={`第 ${at + 1} 项成果从哪天起`}
              max="2200-12-31"
              value={line.from}
              onChange={({ target }) => put(at, { from: target.value })}
            />
            <Input
              className="content-day"
              type="date"
              aria-label={`第 ${at + 1} 项成果到哪天止`}
              max="2200-12-31"
              value={line.by}
              onChange={({ target }) => put(at, { by: target.value })}
            />
            <WhoseSelect
              label={`第 ${at + 1} 项成果由谁完成`}
              duties={duties}
              value={line.dutyId}
              onChange={(dutyId) => put(at, { dutyId })}
            />
          </span>
          <CountedInput line={line} which={`第 ${at + 1} 项成果`} onChange={(next) => put(at, next)} />
        </fieldset>
      ))}
      <Button {...(lines.length === 0 && id !== undefined && { id })} aria-label="加一项成果" onClick={add}>
        加一项成果
      </Button>
    </div>
  );
}
