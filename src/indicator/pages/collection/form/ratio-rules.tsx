import { Button, InputNumber, Select } from 'antd';
import { numbered } from '../../../../../platform/web/layout/numbered.ts';
import type { IndicatorOption } from './checks-input.tsx';
import { SeverityInput } from './severity-input.tsx';
import type { Checks } from './values.ts';

type Rule = Checks['ratios'][number];
interface Props {
  readonly rules: readonly Rule[];
  readonly options: readonly IndicatorOption[];
  onChange(rules: Rule[]): void;
}

/** Ratios are kept in millionths and typed in percent. */
const perPercent = 10_000;

/** One indicator over another must lie between two rates. */
export function RatioRules({ rules, options, onChange }: Props) {
  const put = (at: number, next: Partial<Rule>): void =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...next } : rule)));
  const limit = (at: number, rule: Rule, end: 'low' | 'high', label: string) => (
    <InputNumber
      aria-label={`第 ${at + 1} 条：${label}`}
      placeholder="不限"
      precision={4}
      controls={false}
      value={rule[end] === null ? null : rule[end] / perPercent}
      suffix="%"
      onChange={(next) => put(at, { [end]: next === null ? null : Math.round(next * perPercent) })}
    />
  );
  return (
    <section aria-label="比率关系">
      <h3>比率关系</h3>
      <ol className="form-rules">
        {numbered(rules).map(({ at, value: rule }) => (
          <li key={at}>
            <Select
              aria-label={`第 ${at + 1} 条：分子`}
              placeholder="分子"
              value={rule.above === '' ? null : rule.above}
              options={options.filter(({ value }) => value !== rule.below)}
              onChange={(next) => put(at, { above: next ?? '' })}
            />
            <span>÷</span>
            <Select
              aria-label={`第 ${at + 1} 条：分母`}
              placeholder="分母"
              value={rule.below === '' ? null : rule.below}
              options={options.filter(({ value }) => value !== rule.above)}
              onChange={(next) => put(at, { below: next ?? '' })}
            />
            <span>在</span>
            {limit(at, rule, 'low', '最低')}
            <span>到</span>
            {limit(at, rule, 'high', '最高')}
            <SeverityInput
              label={`第 ${at + 1} 条：超出时`}
              value={rule.severity}
              onChange={(severity) => put(at, { severity })}
            />
            <Button size="small" onClick={() => onChange(rules.filter((_, index) => index !== at))}>
              删除
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        disabled={options.length < 2}
        onClick={() => onChange([...rules, { above: '', below: '', low: null, high: null, severity: 'soft' }])}
      >
        加一条比率关系
      </Button>
    </section>
  );
}
