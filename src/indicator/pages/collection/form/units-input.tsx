import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import { UnitFinder } from './unit-finder.tsx';
import type { ChosenUnit } from './values.ts';

const shownAtOnce = 200;

/** Which units report: found by region, kind and words, one by one or all that were found. */
export function UnitsInput({ id, value, onChange, ...given }: OwnInput) {
  const units = (value ?? []) as readonly ChosenUnit[];
  const [words, setWords] = useState('');
  const shown = units.filter(({ name, regionName }) => `${name} ${regionName ?? ''}`.includes(words.trim()));
  const put = (next: readonly ChosenUnit[]): void => onChange?.(next);
  return (
    <div className="form-part form-units" data-invalid={given['aria-invalid']}>
      <UnitFinder
        id={id}
        chosen={new Set(units.map((unit) => unit.id))}
        onAdd={(more) => {
          const there = new Set(units.map((unit) => unit.id));
          put([...units, ...more.filter((unit) => !there.has(unit.id))]);
        }}
        onRemove={(gone) => put(units.filter((unit) => unit.id !== gone))}
      />
      <section className="form-chosen" aria-label="已选的填报单位">
        <header>
          <b role="status">已选 {units.length} 个</b>
          {units.length > 12 && (
            <Input
              size="small"
              allowClear
              value={words}
              aria-label="在已选的单位里找"
              placeholder="在已选的里找"
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          {units.length > 0 && (
            <Button size="small" onClick={() => put([])}>
              全部移除
            </Button>
          )}
        </header>
        <ul>
          {shown.slice(0, shownAtOnce).map((unit) => (
            <li key={unit.id}>
              <span>
                {unit.name}
                <small>{[unit.regionName, joined(unit)].filter(Boolean).join('，')}</small>
              </span>
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                aria-label={`移除${unit.name}`}
                onClick={() => put(units.filter((each) => each.id !== unit.id))}
              />
            </li>
          ))}
          {shown.length > shownAtOnce && <li>还有 {shown.length - shownAtOnce} 个，用上面的框找。</li>}
        </ul>
      </section>
    </div>
  );
}

const joined = ({ fromPeriod }: ChosenUnit): string =>
  fromPeriod === undefined || fromPeriod === null ? '' : `${fromPeriod} 起填报`;
