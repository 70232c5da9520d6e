import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import { dayWords } from '../../domain/index.ts';
import type { CalendarThing } from './calendar-view.tsx';
import { weekday, weekdayNames } from './month.ts';

export const kindNames: Readonly<Record<CalendarThing['kind'], string>> = {
  due: '到期',
  milestone: '节点',
  letter: '复函',
};

interface Props {
  readonly day: string;
  readonly off: boolean;
  readonly things: readonly CalendarThing[];
  readonly today?: boolean;
}

/** Everything that falls due on one day. */
export const DayList = ({ day, off, things, today = false }: Props) => (
  <section className="calendar-day" aria-labelledby={`day-${day}`}>
    <h3 id={`day-${day}`}>
      {dayWords(day)} 周{weekdayNames[weekday(day)]}
      {today && <b>今天</b>}
      {off && <small>不上班</small>}
    </h3>
    {things.length === 0 ? (
      <p className="pale">没有到期的事项。</p>
    ) : (
      <ul>
        {numbered(things).map(({ at, value: { taskId, title, words, light, kind } }) => (
          <li key={`${taskId} ${at}`}>
            <Light colour={light} bare />
            <span>
              <Link to="/tasks/$taskId" params={{ taskId }}>
                {title}
              </Link>
              <small>{words === '' ? kindNames[kind] : words}</small>
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
