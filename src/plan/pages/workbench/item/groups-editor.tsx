import { Button, Input, Select } from 'antd';
import type { Values } from '../../../../../platform/web/form/model.ts';
import { numbered } from '../../../../../platform/web/layout/numbered.ts';
import type { TaskItem } from '../../../../document/index.ts';
import { useWorkbench } from '../workbench-context.ts';

type Groups = TaskItem['groups'];

interface Props {
  readonly groups: Groups;
  onChange(more: Values): void;
}

/** A task with several brackets of units: lead and units of each. */
export function GroupsEditor({ groups, onChange }: Props) {
  const { index } = useWorkbench();
  const options = index.units.map((unit) => ({ value: unit, label: unit }));
  const put = (at: number, fields: Partial<Groups[number]>): void =>
    onChange({ groups: groups.map((group, other) => (other === at ? { ...group, ...fields } : group)) });
  return (
    <fieldset className="groups">
      <legend>责任分组</legend>
      {numbered(groups).map(({ at, value: { lead, units } }) => (
        <div key={at} className="group">
          <Input
            aria-label={`第 ${at + 1} 组牵头单位`}
            placeholder="牵头单位"
            value={lead ?? ''}
            onChange={(event) => put(at, { lead: event.target.value.trim() || null })}
          />
          <Select
            mode="tags"
            aria-label={`第 ${at + 1} 组责任单位`}
            tokenSeparators={['、', '，', ',']}
            options={options}
            value={[...units]}
            onChange={(value) => put(at, { units: value })}
          />
          <Button
            aria-label={`去掉第 ${at + 1} 组`}
            onClick={() => onChange({ groups: groups.filter((_, other) => other !== at) })}
          >
            去掉
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
