import { Button, Input } from 'antd';
import { PickInput } from '../../../../../platform/web/form/pick-input.tsx';
import { type CountedEvents, countedWords, type ProjectStep, projectStepNames } from '../../../domain/index.ts';
import type { FigureLine } from './lines.ts';

const measures = { number: '项目数', investment: '完成投资' } as const;
const sources = { reported: '单位报送', indicator: '指标', events: '项目库' } as const;
const usual: CountedEvents = {
  ...{ source: 'projects', measure: 'number', step: 'started', atLeastFen: null },
  ...{ regionId: null, chainId: null, confirmed: false },
};

interface Props {
  readonly line: FigureLine;
  /** `第 1 项成果` */
  readonly which: string;
  onChange(next: Partial<FigureLine>): void;
}

/** Where a figure comes from: units report it, or it fills itself from the library of projects by conditions. */
export function CountedInput({ line, which, onChange }: Props) {
  const { counts, events, indicatorId } = line;
  const offered = (Object.keys(sources) as (keyof typeof sources)[]).filter(
    (source) => source !== 'indicator' || counts === 'indicator' || indicatorId !== null,
  );
  return (
    <>
      <span className="content-line">
        <select
          aria-label={`${which}的数从哪里来`}
          value={counts}
          onChange={({ target }) => {
            const next = target.value as FigureLine['counts'];
            onChange({ counts: next, ...(next === 'events' && { events: events ?? usual }) });
          }}
        >
          {offered.map((source) => (
            <option key={source} value={source}>
              数来自{sources[source]}
            </option>
          ))}
        </select>
        {counts === 'reported' && events !== null && (
          <Button size="small" onClick={() => onChange({ counts: 'events' })}>
            改为自动计数（{countedWords(events, { region: null, chain: null })}）
          </Button>
        )}
      </span>
      {counts === 'events' && events !== null && (
        <Conditions events={events} least={line.least} which={which} onChange={onChange} />
      )}
    </>
  );
}

interface ConditionProps extends Omit<Props, 'line'> {
  readonly events: CountedEvents;
  readonly least: string;
}

function Conditions({ events, least, which, onChange }: ConditionProps) {
  const put = (next: Partial<CountedEvents>): void => onChange({ events: { ...events, ...next } });
  const one = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return (
    <span className="content-line">
      <select
        aria-label={`${which}数项目还是投资`}
        value={events.measure}
        onChange={({ target }) => put({ measure: target.value as CountedEvents['measure'] })}
      >
        {Object.entries(measures).map(([measure, name]) => (
          <option key={measure} value={measure}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={`${which}数到哪一步的项目`}
        value={events.step}
        onChange={({ target }) => put({ step: target.value as ProjectStep })}
      >
        {Object.entries(projectStepNames).map(([step, name]) => (
          <option key={step} value={step}>
            {name}
          </option>
        ))}
      </select>
      <Input
        className="content-least"
        aria-label={`${which}只数总投资多少万元以上的项目`}
        placeholder="总投资不限"
        suffix="万元以上"
        inputMode="decimal"
        maxLength={30}
        value={least}
        onChange={({ target }) => onChange({ least: target.value })}
      />
      <span className="content-place">
        <PickInput
          of="region"
          several={false}
          aria-label={`${which}数哪个地区的项目，不选就是立项单位的地区`}
          value={events.regionId}
          onChange={(value: unknown) => put({ regionId: one(value) })}
        />
        <small className="pale">地区，不选就是立项单位的地区</small>
      </span>
      <span className="content-place">
        <PickInput
          of="chain"
          several={false}
          aria-label={`${which}数哪条产业链的项目，不选就是全部`}
          value={events.chainId}
          onChange={(value: unknown) => put({ chainId: one(value) })}
        />
        <small className="pale">产业链，不选就是全部</small>
      </span>
      <label className="content-check">
        <input
          type="checkbox"
          checked={events.confirmed}
          onChange={({ target }) => put({ confirmed: target.checked })}
        />
        只数核定过的
      </label>
    </span>
  );
}
