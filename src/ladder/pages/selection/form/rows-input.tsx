import { Button, Input, Select } from 'antd';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import type { SelectionOptionsJson } from '../../../contract.ts';
import { emptyItem, emptyMeasure, type ItemRow, type MeasureRow } from '../logic.ts';

const rowsOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

interface MeasuresProps extends OwnInput {
  readonly facts: SelectionOptionsJson['facts'];
  readonly fixed: boolean;
}

/** What is reckoned of the register: which fact, from where to where, for how many points. */
export function MeasuresInput({ id, value, onChange, facts, fixed }: MeasuresProps) {
  const rows = rowsOf<MeasureRow>(value);
  const put = (at: number, change: Partial<MeasureRow>): void =>
    onChange?.(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  const options = facts.map(({ id: fact, name, unit }) => ({
    value: fact,
    label: unit === '' ? name : `${name}（${unit}）`,
  }));
  const unitOf = (row: MeasureRow): string =>
    row.per === '' ? (facts.find(({ id: fact }) => fact === row.fact)?.unit ?? '') : '%';
  return (
    <div className="selection-rows" id={id}>
      {rows.map((row, at) => (
        // Rows have no names of their own; they only grow at the end.
        <div key={at.toString()} className="selection-row">
          <div className="selection-field">
            名称
            <Input
              aria-label={`第 ${at + 1} 个指标的名称`}
              disabled={fixed}
              value={row.name}
              maxLength={60}
              onChange={({ target }) => put(at, { name: target.value })}
            />
          </div>
          <div className="selection-field">
            用哪个数
            <Select
              aria-label={`第 ${at + 1} 个指标用哪个数`}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={fixed}
              value={row.fact === '' ? null : row.fact}
              options={options}
              onChange={(fact: string) =>
                put(at, {
                  fact,
                  ...(row.name === '' && { name: facts.find(({ id: each }) => each === fact)?.name ?? '' }),
                })
              }
            />
          </div>
          <div className="selection-field">
            除以（算占比）
            <Select
              aria-label={`第 ${at + 1} 个指标除以哪个数`}
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              disabled={fixed}
              value={row.per === '' ? null : row.per}
              options={options}
              onChange={(per?: string) => put(at, { per: per ?? '' })}
            />
          </div>
          <div className="selection-field">
            零分值{unitOf(row) !== '' && `（${unitOf(row)}）`}
            <Input
              aria-label={`第 ${at + 1} 个指标的零分值`}
              inputMode="decimal"
              disabled={fixed}
              value={row.zero}
              onChange={({ target }) => put(at, { zero: target.value })}
            />
          </div>
          <div className="selection-field">
            满分值{unitOf(row) !== '' && `（${unitOf(row)}）`}
            <Input
              aria-label={`第 ${at + 1} 个指标的满分值`}
              inputMode="decimal"
              disabled={fixed}
              value={row.full}
              onChange={({ target }) => put(at, { full: target.value })}
            />
          </div>
          <div className="selection-field">
            分值
            <Input
              aria-label={`第 ${at + 1} 个指标的分值`}
              inputMode="decimal"
              disabled={fixed}
              value={row.most}
              onChange={({ target }) => put(at, { most: target.value })}
            />
          </div>
          {!fixed && (
            <Button aria-label={`删去第 ${at + 1} 个指标`} onClick={() => onChange?.(rows.filter((_, i) => i !== at))}>
              删去
            </Button>
          )}
        </div>
      ))}
      {!fixed && (
        <span>
          <Button onClick={() => onChange?.([...rows, emptyMeasure])}>加一个指标</Button>
        </span>
      )}
    </div>
  );
}

/** What experts give points for. */
export function ItemsInput({ id, value, onChange, fixed }: OwnInput & { readonly fixed: boolean }) {
  const rows = rowsOf<ItemRow>(value);
  const put = (at: number, change: Partial<ItemRow>): void =>
    onChange?.(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  return (
    <div className="selection-rows" id={id}>
      {rows.map((row, at) => (
        <div key={at.toString()} className="selection-row is-item">
          <div className="selection-field">
            评什么
            <Input
              aria-label={`第 ${at + 1} 个评分项`}
              disabled={fixed}
              value={row.name}
              maxLength={60}
              onChange={({ target }) => put(at, { name: target.value })}
            />
          </div>
          <div className="selection-field">
            最多几分
            <Input
              aria-label={`第 ${at + 1} 个评分项的分值`}
              inputMode="decimal"
              disabled={fixed}
              value={row.most}
              onChange={({ target }) => put(at, { most: target.value })}
            />
          </div>
          {!fixed && (
            <Button
              aria-label={`删去第 ${at + 1} 个评分项`}
              onClick={() => onChange?.(rows.filter((_, i) => i !== at))}
            >
              删去
            </Button>
          )}
        </div>
      ))}
      {!fixed && (
        <span>
          <Button onClick={() => onChange?.([...rows, emptyItem])}>加一个评分项</Button>
        </span>
      )}
    </div>
  );
}
