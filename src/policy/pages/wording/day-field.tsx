import { Button } from 'antd';
import { useId } from 'react';
import { today } from './words.ts';

interface Props {
  /** Left out: today. */
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
