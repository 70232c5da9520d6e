import { Select } from 'antd';
import { useState } from 'react';
import { PickInput } from '../../../../platform/web/form/pick-input.tsx';
import type { PeriodLength } from '../../../kernel/index.ts';
import {
  type PivotAxis,
  type PivotMeasure,
  type PivotSpec,
  pivotAxes,
  pivotMeasureNames,
} from '../../contract/reading-api.ts';
import type { IndicatorRowJson } from '../../contract.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { Choice, Labelled } from '../reading/choice.tsx';
import { periodsBack } from '../reading/periods.ts';
import {
  axisNames,
  depthNames,
  fitting,
  lengthNames,
  mostColumns,
  mostIndicators,
  mostRows,
  withAxis,
  withIndicators,
  withLength,
} from './spec.ts';

interface Props {
  readonly spec: PivotSpec;
  readonly indicators: readonly IndicatorRowJson[];
  /** Whether the post may look at single enterprises. */
  readonly mayFirms: boolean;
  onSpec(next: PivotSpec): void;
}

/** Everything that a table is made of, by plain inputs from top to bottom. */
export function PivotControls({ spec, indicators, mayFirms, onSpec }: Props) {
  const { periods, depth, axis, measures } = spec;
  const change = (next: Partial<PivotSpec>): void => onSpec(fitting({ ...spec, ...next }));
  const choices = periodsBack(periods.length, [periods.from, periods.to]);
  return (
    <div className="pivot-controls">
      <Labelled label="指标">
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...spec.indicators]}
            maxCount={mostIndicators}
            showSearch={{ optionFilterProp: 'label' }}
            options={indicators.map((each) => ({ value: each.id, label: `${each.name}（${each.unit}）` }))}
            onChange={(next: string[]) => next.length > 0 && onSpec(withIndicators(spec, next))}
          />
        )}
      </Labelled>
      <AxisPicks side="rows" label="行" most={mostRows} {...{ spec, mayFirms, onSpec }} />
      <AxisPicks side="columns" label="列" most={mostColumns} {...{ spec, mayFirms, onSpec }} />
      <fieldset className="pivot-measures">
        <legend>看什么</legend>
        {(Object.entries(pivotMeasureNames) as [PivotMeasure, string][]).map(([measure, name]) => (
          <label key={measure}>
            <input
              type="checkbox"
              checked={measures.includes(measure)}
              disabled={measures.length === 1 && measures[0] === measure}
              onChange={({ target }) =>
                change({
                  // In the order of the list, whichever was ticked first.
                  measures: (Object.keys(pivotMeasureNames) as PivotMeasure[]).filter((each) =>
                    each === measure ? target.checked : measures.includes(each),
                  ),
                })
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="pivot-pair">
        <Choice
          label="时期"
          value={periods.length}
          options={Object.entries(lengthNames)}
          onChange={(length) => onSpec(withLength(spec, length as PeriodLength))}
        />
        <Choice
          label="从"
          value={periods.from}
          options={choices.map((period) => [period, periodWords(period)])}
          onChange={(from) => change({ periods: { ...periods, from } })}
        />
        <Choice
          label="到"
          value={periods.to}
          options={choices.map((period) => [period, periodWords(period)])}
          onChange={(to) => change({ periods: { ...periods, to } })}
        />
      </div>
      <div className="pivot-pair">
        <Choice
          label="地方按"
          value={axis}
          options={[
            ['region', '地区'],
            ['unit', '单位'],
          ]}
          onChange={(next) => change({ axis: next as PivotSpec['axis'], place: null })}
        />
        <Choice
          label="看到哪一级"
          value={depth}
          options={Object.entries(depthNames)}
          onChange={(next) => change({ depth: next as PivotSpec['depth'] })}
        />
      </div>
      <Labelled label={axis === 'unit' ? '哪个单位（不选为本单位）' : '哪个地区（不选为本地区）'}>
        {(id) => (
          <PickInput
            id={id}
            of={axis}
            several={false}
            value={spec.place}
            onChange={(place) => change({ place: typeof place === 'string' ? place : null })}
          />
        )}
      </Labelled>
      <Labelled label="哪些产业链（不选为全部）">
        {(id) => (
          <PickInput
            id={id}
            of="chain"
            several
            value={spec.chains}
            onChange={(chains) => change({ chains: [chains ?? []].flat() })}
          />
        )}
      </Labelled>
      <div className="pivot-pair">
        <Top value={spec.top} onChange={(top) => change({ top })} />
        <Choice
          label="排序"
          value={spec.sort === null ? '' : `${spec.sort.measure} ${spec.sort.descending}`}
          options={[
            ['', '原来的次序'],
            ...measures.flatMap((measure): [string, string][] => [
              [`${measure} true`, `${pivotMeasureNames[measure]}，从大到小`],
              [`${measure} false`, `${pivotMeasureNames[measure]}，从小到大`],
            ]),
          ]}
          onChange={(next) => {
            const [measure, descending] = next.split(' ');
            const column = spec.sort?.column ?? 0;
            change({
              sort:
                next === '' ? null : { measure: measure as PivotMeasure, column, descending: descending === 'true' },
            });
          }}
        />
      </div>
      <label className="pivot-check">
        <input type="checkbox" checked={spec.totals} onChange={({ target }) => change({ totals: target.checked })} />
        列出合计
      </label>
    </div>
  );
}

interface AxisProps extends Pick<Props, 'spec' | 'mayFirms' | 'onSpec'> {
  readonly side: 'rows' | 'columns';
  readonly label: string;
  readonly most: number;
}

/** The axes of one side, the outer first, and an empty place for one more. */
function AxisPicks({ side, label, most, spec, mayFirms, onSpec }: AxisProps) {
  const chosen = spec[side];
  const places = Math.min(most, chosen.length + 1);
  const allowed = pivotAxes.filter((axis) => axis !== 'enterprise' || (mayFirms && side === 'rows'));
  return (
    <fieldset className="pivot-axes">
      <legend>{label}</legend>
      {Array.from({ length: places }, (_, at) => at).map((at) => (
        <Select
          key={at}
          aria-label={`${label}，第 ${at + 1} 层`}
          value={chosen[at] ?? null}
          placeholder="再加一层"
          // Opened by Enter, found by typing: no axis is put anywhere on the way to another.
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={side === 'columns' || chosen.length > 1}
          options={allowed.map((axis) => ({ value: axis, label: axisNames[axis] }))}
          onChange={(axis?: PivotAxis | null) => onSpec(withAxis(spec, side, at, axis ?? null))}
        />
      ))}
    </fieldset>
  );
}

/** How many come first; taken when it is left or confirmed, so that typing 15 does not ask for 1. */
function Top({ value, onChange }: { readonly value: number | null; onChange(top: number | null): void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed === null) return;
    const number = Number(typed);
    setTyped(null);
    if (typed.trim() === '') onChange(null);
    else if (Number.isInteger(number) && number >= 1 && number <= 500) onChange(number);
  };
  return (
    <Labelled label="只看前几名">
      {(id) => (
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={1}
          max={500}
          placeholder="全部"
          value={typed ?? value ?? ''}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={take}
          onKeyDown={({ key }) => key === 'Enter' && take()}
        />
      )}
    </Labelled>
  );
}
