import { useId } from 'react';

interface Props {
  /** Null: today. */
  readonly day: string | undefined;
  onDay(day: string | undefined): void;
}

/** The day on which everything is looked at. */
export function DayField({ day, onDay }: Props) {
  const id = useId();
  return (
    <span className="policy-day">
      <label htmlFor={id}>看哪一天</label>
      <input
        id={id}
        type="date"
        min="1990-01-01"
        max="2200-12-31"
        value={day ?? ''}
        onChange={({ target }) => onDay(target.validity.valid && target.value !== '' ? target.value : undefined)}
      />
    </span>
  );
}
