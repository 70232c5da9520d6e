import { Radio, Select } from 'antd';
import { usualRules } from '../../../domain/checks/rules.ts';
import { type Severity, severityNames } from './severity-input.tsx';
import type { Checks } from './values.ts';

type Rules = NonNullable<Checks['cell']>;
type Name = keyof Rules;

const names: Readonly<Record<Name, string>> = {
  blank: '没有填，也没有写“没有”',
  zero: '填了 0，以前从来不是 0',
  range: '超出指标的合理范围',
  falls: '累计数比前几个月的还小',
  sign: '正负和以前相反',
  slip: '像是把单位弄错了，例如把万元填成元',
  sudden: '变化和以前不一样，大得多',
};
const choices = [
  { value: 'off', label: '不查' },
  ...Object.entries(severityNames).map(([value, label]) => ({ value, label })),
];

/** The usual rules, which are typed as read-only, as a form holds them. */
const usual = (): Rules => {
  const { slip, sudden, ...rest } = usualRules;
  return {
    ...rest,
    slip: slip === null ? null : { ...slip, powers: [...slip.powers] },
    sudden: sudden === null ? null : { ...sudden },
  };
};

interface Props {
  readonly rules: Checks['cell'];
  onChange(rules: Checks['cell']): void;
}

/** Checks of each cell by itself: the usual ones, or some of them. */
export function CellRulesInput({ rules, onChange }: Props) {
  return (
    <section aria-label="每一格的检查">
      <h3>每一格的检查</h3>
      <Radio.Group
        value={rules === null ? 'usual' : 'own'}
        options={[
          { value: 'usual', label: '通常的检查' },
          { value: 'own', label: '逐项设定' },
        ]}
        onChange={({ target }) => onChange(target.value === 'usual' ? null : usual())}
      />
      <ul className="form-cell-rules">
        {(Object.keys(names) as Name[]).map((name) => {
          const now = severityOf((rules ?? usual())[name]);
          return (
            <li key={name}>
              <span>{names[name]}</span>
              {rules === null ? (
                <b>{now === null ? '不查' : severityNames[now]}</b>
              ) : (
                <Select
                  aria-label={names[name]}
                  value={now ?? 'off'}
                  options={choices}
                  onChange={(next) => onChange(switched(rules, name, next === 'off' ? null : (next as Severity)))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const severityOf = (rule: Rules[Name]): Severity | null =>
  rule === null || typeof rule === 'string' ? rule : rule.severity;

/** With one rule switched off or to a severity; its limits stay, or are the usual ones. */
function switched(rules: Rules, name: Name, severity: Severity | null): Rules {
  if (name === 'slip' || name === 'sudden') {
    const limits = rules[name] ?? usual()[name];
    return { ...rules, [name]: severity === null || limits === null ? null : { ...limits, severity } };
  }
  return { ...rules, [name]: severity };
}
