import { type ReactNode, useId } from 'react';
import type { IndicatorRowJson } from '../../contract.ts';
import { type MatrixSearch, type Shown, shownNames } from './address.ts';

interface Props {
  readonly indicators: readonly IndicatorRowJson[];
  readonly indicator: string;
  readonly search: MatrixSearch;
  onChange(next: Partial<Record<keyof MatrixSearch, string | undefined>>): void;
}

/** What the matrix is of, and how it is looked at. */
export function MatrixControls({ indicators, indicator, search, onChange }: Props) {
  const frequency = indicators.find(({ id }) => id === indicator)?.frequency ?? 'month';
  return (
    <div className="matrix-head">
      <h1>经纬矩阵</h1>
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
              {periodsFor(frequency, search.period).map((period) => (
                <option key={period} value={period}>
                  {period}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label="横着看">
          {(id) => (
            <select
              id={id}
              value={search.axis ?? 'region'}
              onChange={({ target }) =>
                onChange({ axis: target.value === 'unit' ? 'unit' : undefined, place: undefined })
              }
            >
              <option value="region">按地区</option>
              <option value="unit">按单位</option>
            </select>
          )}
        </Labelled>
        <Labelled label="格子里看">
          {(id) => (
            <select
              id={id}
              value={search.show ?? 'completion'}
              onChange={({ target }) =>
                onChange({ show: target.value === 'completion' ? undefined : (target.value as Shown) })
              }
            >
              {Object.entries(shownNames).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      </div>
    </div>
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

const months = 36;

/** The periods that can be looked back to, the newest first; the one that is looked at among them. */
function periodsFor(frequency: IndicatorRowJson['frequency'], asked: string | undefined): readonly string[] {
  const now = new Date(Date.now() + 8 * 3_600_000);
  const found = new Set<string>(asked === undefined ? [] : [asked]);
  for (let back = 0; back < months; back += 1) {
    const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
    if (frequency === 'year') found.add(String(year));
    else if (frequency === 'quarter') found.add(`${year}-Q${Math.ceil(month / 3)}`);
    else found.add(`${year}-${String(month).padStart(2, '0')}`);
  }
  return [...found].toSorted().toReversed();
}
