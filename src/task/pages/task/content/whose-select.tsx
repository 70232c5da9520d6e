import type { DutyLine } from './lines.ts';

interface Props {
  readonly label: string;
  readonly duties: readonly DutyLine[];
  readonly value: string | null;
  onChange(dutyId: string | null): void;
}

/** Which of the units something is of; the leads unless another is named. */
export const WhoseSelect = ({ label, duties, value, onChange }: Props) => (
  <select
    className="content-whose"
    aria-label={label}
    value={value !== null && duties.some(({ id }) => id === value) ? value : ''}
    onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
  >
    <option value="">牵头单位</option>
    {duties.map(({ id, unitName }) => (
      <option key={id} value={id}>
        {unitName || '还没有选的单位'}
      </option>
    ))}
  </select>
);
