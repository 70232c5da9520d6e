import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AnswerOf } from '../../../../platform/http/endpoint.ts';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { useNarrow } from '../../../../platform/web/layout/use-narrow.ts';
import { tasksApi } from '../../contract.ts';
import type { sameSet } from '../list/address.ts';
import { todayHere } from '../parts/today.ts';
import { DayList } from './day-list.tsx';
import { byDay, monthWords, shiftedMonth, weeksOf } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import './calendar.css';

export type CalendarJson = AnswerOf<typeof tasksApi.taskCalendar>;
export type CalendarThing = CalendarJson['days'][number];

interface Props {
  readonly asked: ReturnType<typeof sameSet>;
  readonly month: string | undefined;
  onMonth(month: string): void;
}

/** What falls due in a month: deadlines, milestones, answers to letters; days off are marked. On a telephone a list of days. */
export function CalendarView({ asked, month, onMonth }: Props) {
  const today = todayHere();
  const shown = month ?? today.slice(0, 7);
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<string | null>(null);
  const weeks = weeksOf(shown);
  const [from, to] = [weeks[0]?.[0] ?? today, weeks.at(-1)?.at(-1) ?? today];
  const calendar = useQuery({
    ...queryFor(tasksApi.taskCalendar, { query: { ...asked, from, to } }),
    placeholderData: keepPreviousData,
  });
  const { data } = calendar;
  const day = chosen?.startsWith(shown) ? chosen : today.startsWith(shown) ? today : `${shown}-01`;
  const things = byDay(data?.days ?? []);
  const off = new Set(data?.daysOff ?? []);
  const go = (to: string): void => {
    setChosen(to);
    if (to.slice(0, 7) !== shown) onMonth(to.slice(0, 7));
  };
  return (
    <div className="calendar">
      <div className="calendar-tools">
        <Button aria-label="上个月" onClick={() => onMonth(shiftedMonth(shown, -1))}>
          ‹
        </Button>
        <h2 aria-live="polite">{monthWords(shown)}</h2>
        <Button aria-label="下个月" onClick={() => onMonth(shiftedMonth(shown, 1))}>
          ›
        </Button>
        <Button onClick={() => go(today)}>今天</Button>
        {data?.daysOff === null && <span className="pale">这一年的放假安排还没有公布。</span>}
        {data?.capped === true && (
          <span className="calendar-capped">事项太多，只列出前 2000 个。请用筛选缩小范围。</span>
        )}
      </div>
      {calendar.error && data === undefined && (
        <Failure error={calendar.error} onRetry={() => void calendar.refetch()} />
      )}
      {data === undefined && !calendar.error && <Waiting lines={8} />}
      {data !== undefined &&
        (narrow ? (
          <DaysInTurn weeks={weeks} month={shown} things={things} off={off} today={today} />
        ) : (
          <div className="calendar-sides">
            <MonthGrid
              weeks={weeks}
              month={shown}
              things={things}
              off={data.daysOff === null ? null : off}
              today={today}
              day={day}
              onDay={go}
            />
            <DayList day={day} off={off.has(day)} things={things.get(day) ?? []} />
          </div>
        ))}
    </div>
  );
}

interface TurnProps {
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
  readonly things: ReadonlyMap<string, readonly CalendarThing[]>;
  readonly off: ReadonlySet<string>;
  readonly today: string;
}

/** On a telephone: the days of the month on which something falls due, one below the other. */
function DaysInTurn({ weeks, month, things, off, today }: TurnProps) {
  const days = weeks.flat().filter((day) => day.startsWith(month) && (things.has(day) || day === today));
  if (days.every((day) => !things.has(day))) return <p className="calendar-none">这个月没有到期的事项。</p>;
  return (
    <div className="calendar-turn">
      {days.map((day) => (
        <DayList key={day} day={day} off={off.has(day)} things={things.get(day) ?? []} today={day === today} />
      ))}
    </div>
  );
}
