import { type ReactNode, useId } from 'react';
import type { IndicatorRowJson } from '../../contract.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { periodsBack } from '../reading/periods.ts';
import { type MatrixChange, type MatrixSearch, type Shown, shownNames } from './address.ts';

interface Props {
  readonly indicators: readonly IndicatorRowJson[];
  readonly indicator: string;
  readonly search: MatrixSearch;
  readonly shown: Shown;
  readonly axis: 'region' | 'unit';
  onChange(next: MatrixChange): void;
}

/** What the matrix is of, and how it is looked at. */
export function MatrixControls({ indicators, indicator, search, shown, axis, onChange }: Props) {
  const frequency = indicators.find(({ id }) => id === indicator)?.frequency ?? 'month';
  return (
    <div className="matrix-controls">
      <Labelled label="指标">
        {(id) => (
          <select id={id} value={indicator} onChange={({ target }) => onChange({ indicator: target.value })}>
            {indicators.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}（{each.unit}）
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="看到哪一期">
        {(id) => (
          <select
            id={id}
            value={search.period ?? ''}
            onChange={({ target }) => onChange({ period: target.value === '' ? undefined : target.value })}
          >
            <option value="">最近一期</option>
            {periodsBack(frequency, [search.period]).map((period) => (
              <option key={period} value={period}>
                {periodWords(period)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="横着看">
        {(id) => (
          <select id={id} value={axis} onChange={({ target }) => onChange({ axis: target.value, place: undefined })}>
            <option value="region">按地区</option>
            <option value="unit">按单位</option>
          </select>
        )}
      </Labelled>
      <ShownPick shown={shown} onChange={(show) => onChange({ show })} />
    </div>
  );
}

/** What the cells show: one of a few, all in sight. */
function ShownPick({ shown, onChange }: { readonly shown: Shown; onChange(next: Shown): void }) {
  const group = useId();
  return (
    <fieldset className="matrix-shown">
      <legend className="visually-hidden">格子里看</legend>
      {(Object.entries(shownNames) as [Shown, string][]).map(([key, name]) => (
        <label key={key}>
          <input type="radio" name={group} checked={shown === key} onChange={() => onChange(key)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Labelled({ label, children }: { readonly label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <span className="matrix-control">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
}
