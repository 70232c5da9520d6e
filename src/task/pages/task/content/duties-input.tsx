import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import { PickInput } from '../../../../../platform/web/form/pick-input.tsx';
import { usePickSources } from '../../../../../platform/web/form/pick-sources.ts';
import { roleNames } from '../../../domain/index.ts';
import { type DutyLine, editing, newDuty } from './lines.ts';

/** Which units owe it: lead or helping, each with its part and, where it has one, its own deadline. */
export function DutiesInput({ id, value, onChange, values: _values, ...given }: OwnInput) {
  const lines = (value ?? []) as readonly DutyLine[];
  const sources = usePickSources();
  const { put, drop } = editing(lines, onChange);
  const pick = async (at: number, line: DutyLine, unitId: string | null): Promise<void> => {
    const [named] = unitId === null ? [] : await sources.named('unit', [unitId]);
    put(at, { unitId, unitName: named?.label ?? (unitId === null ? '' : line.unitName) });
  };
  return (
    <div className="content-lines" data-invalid={given['aria-invalid']}>
      {lines.map((line, at) => (
        <fieldset key={line.id}>
          <legend className="visually-hidden">第 {at + 1} 个责任单位</legend>
          <span className="content-line">
            <select
              aria-label={`第 ${at + 1} 个单位的分工`}
              value={line.role}
              onChange={({ target }) => put(at, { role: target.value === 'lead' ? 'lead' : 'cooperating' })}
            >
              <option value="lead">{roleNames.lead}</option>
              <option value="cooperating">{roleNames.cooperating}</option>
            </select>
            <span className="content-unit">
              <PickInput
                of="unit"
                several={false}
                {...(at === 0 && id !== undefined && { id })}
                {...({ 'aria-label': `第 ${at + 1} 个单位` } as object)}
                value={line.unitId}
                onChange={(unitId) => void pick(at, line, typeof unitId === 'string' ? unitId : null)}
              />
              {line.unitId === null && line.unitName !== '' && <small>文件里写的是“{line.unitName}”，请选定单位</small>}
            </span>
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={`去掉第 ${at + 1} 个单位`}
              onClick={() => drop(line.id)}
            />
          </span>
          <span className="content-line">
            <Input
              aria-label={`第 ${at + 1} 个单位承担的部分`}
              placeholder="承担的部分（配合单位不写就随牵头单位）"
              maxLength={500}
              value={line.part}
              onChange={({ target }) => put(at, { part: target.value })}
            />
            <Input
              className="content-day"
              type="date"
              aria-label={`第 ${at + 1} 个单位的时限`}
              max="2200-12-31"
              value={line.dueOn}
              onChange={({ target }) => put(at, { dueOn: target.value })}
            />
          </span>
        </fieldset>
      ))}
      <Button
        {...(lines.length === 0 && id !== undefined && { id })}
        aria-label="加一个责任单位"
        onClick={() => onChange?.([...lines, newDuty(lines)])}
      >
        加一个责任单位
      </Button>
    </div>
  );
}
