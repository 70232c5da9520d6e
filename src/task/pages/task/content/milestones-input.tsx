import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import { type DutyLine, editing, type MilestoneLine, newMilestone } from './lines.ts';
import { WhoseSelect } from './whose-select.tsx';

/** Points on the way, each with its day and whose it is. */
export function MilestonesInput({ id, value, onChange, values, ...given }: OwnInput) {
  const lines = (value ?? []) as readonly MilestoneLine[];
  const duties = (values.duties ?? []) as readonly DutyLine[];
  const { put, drop } = editing(lines, onChange);
  return (
    <div className="content-lines" data-invalid={given['aria-invalid']}>
      {lines.map((line, at) => (
        <fieldset key={line.id}>
          <legend className="visually-hidden">第 {at + 1} 个节点</legend>
          <span className="content-line">
            <Input
              {...(at === 0 && id !== undefined && { id })}
              aria-label={`第 ${at + 1} 个节点的名称`}
              placeholder="节点，例如：开工"
              maxLength={120}
              value={line.name}
              onChange={({ target }) => put(at, { name: target.value })}
            />
            <Input
              className="content-day"
              type="date"
              aria-label={`第 ${at + 1} 个节点的日期`}
              max="2200-12-31"
              value={line.dueOn}
              onChange={({ target }) => put(at, { dueOn: target.value })}
            />
            <WhoseSelect
              label={`第 ${at + 1} 个节点由谁完成`}
              duties={duties}
              value={line.dutyId}
              onChange={(dutyId) => put(at, { dutyId })}
            />
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={`去掉第 ${at + 1} 个节点`}
              onClick={() => drop(line.id)}
            />
          </span>
        </fieldset>
      ))}
      <Button
        {...(lines.length === 0 && id !== undefined && { id })}
        aria-label="加一个节点"
        onClick={() => onChange?.([...lines, newMilestone(lines)])}
      >
        加一个节点
      </Button>
    </div>
  );
}
