import { Select } from 'antd';
import type { Checks } from './values.ts';

export type Severity = Checks['sums'][number]['severity'];
export const severityNames = { hard: '必须改正', soft: '要写说明' } as const satisfies Record<Severity, string>;

interface Props {
  readonly label: string;
  readonly value: Severity;
  onChange(value: Severity): void;
}

/** Whether something odd blocks handing in or wants a word. */
export const SeverityInput = ({ label, value, onChange }: Props) => (
  <Select
    aria-label={label}
    value={value}
    options={Object.entries(severityNames).map(([key, name]) => ({ value: key, label: name }))}
    onChange={(next) => onChange(next as Severity)}
  />
);
