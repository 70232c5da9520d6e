import { Button } from 'antd';
import { useId } from 'react';

interface Props {
  /** Left out: today. */
  readonly day: string | undefined;
  onDay(day: string | undefined): void;
}

const OFFSET_MS = 8 * 3_600_000;
/** Today in the country's time, as the server takes it when no day is asked about. */
const today = (): string => new Date(Date.now() + OFFSET_MS).toISOString().slice(0, 10);

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
        value={day ?? today()}
        onChange={({ target }) => {
          // Half a day typed is no day yet: the field goes on, what is shown stays.
          if (target.validity.valid && target.value !== '') onDay(target.value === today() ? undefined : target.value);
        }}
      />
      {day !== undefined && <Button onClick={() => onDay(undefined)}>回到今天</Button>}
    </span>
  );
}
