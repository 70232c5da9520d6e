import { type ReactNode, useId } from 'react';
import './reading.css';

/** An input under its label. */
export function Labelled({ label, children }: { readonly label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <span className="reading-control">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Values with their names, in order. */
  readonly options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}

/** One of a few, by the browser's own list. */
export const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <Labelled label={label}>
    {(id) => (
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);
