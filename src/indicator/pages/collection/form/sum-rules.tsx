import { Button, InputNumber, Select } from 'antd';
import { numbered } from '../../../../../platform/web/layout/numbered.ts';
import type { IndicatorOption } from './checks-input.tsx';
import { SeverityInput } from './severity-input.tsx';
import type { Checks } from './values.ts';

type Rule = Checks['sums'][number];
interface Props {
  readonly rules: readonly Rule[];
  readonly options: readonly IndicatorOption[];
  onChange(rules: Rule[]): void;
}

/** Parts that must come to a total. */
export function SumRules({ rules, options, onChange }: Props) {
  const put = (at: number, next: Partial<Rule>): void =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...next } : rule)));
  return (
    <section aria-label="合计关系">
      <h3>合计关系</h3>
      <ol className="form-rules">
        {numbered(rules).map(({ at, value: rule }) => {
          const total = options.find(({ value }) => value === rule.total);
          const scale = 10 ** (total?.decimals ?? 0);
          return (
            <li key={at}>
              <Select
                aria-label={`第 ${at + 1} 条：合计`}
                placeholder="合计的指标"
                value={rule.total === '' ? null : rule.total}
                options={[...options]}
                onChange={(next) => put(at, { total: next ?? '' })}
              />
              <span>＝</span>
              <Select
                mode="multiple"
                className="form-rule-parts"
                aria-label={`第 ${at + 1} 条：各部分`}
                placeholder="各部分相加"
                value={rule.parts}
                options={options.filter(
                  ({ value, unit, decimals }) =>
                    value !== rule.total &&
                    (total === undefined || (unit === total.unit && decimals === total.decimals)),
                )}
                onChange={(parts) => put(at, { parts })}
              />
              <span>允许相差</span>
              <InputNumber
                aria-label={`第 ${at + 1} 条：允许相差`}
                min={0}
                precision={total?.decimals ?? 0}
                value={rule.tolerance / scale}
                suffix={total?.unit}
                onChange={(next) => put(at, { tolerance: Math.round((next ?? 0) * scale) })}
              />
              <SeverityInput
                label={`第 ${at + 1} 条：不符时`}
                value={rule.severity}
                onChange={(severity) => put(at, { severity })}
              />
              <Button size="small" onClick={() => onChange(rules.filter((_, index) => index !== at))}>
                删除
              </Button>
            </li>
          );
        })}
      </ol>
      <Button
        size="small"
        disabled={options.length < 2}
        onClick={() => onChange([...rules, { total: '', parts: [], tolerance: 0, severity: 'hard' }])}
      >
        加一条合计关系
      </Button>
    </section>
  );
}
