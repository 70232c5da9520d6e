import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import { Cell, Grid, HeadCell, Row } from '../../../../platform/web/list/grid-parts.tsx';
import { dayWords } from '../../domain/index.ts';
import type { CalendarThing } from './calendar-view.tsx';
import { kindNames } from './day-list.tsx';
import { dayFrom, weekdayNames } from './month.ts';

/** Things that a day's box has room for; the list beside it has all. */
const room = 3;

interface Props {
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
  readonly things: ReadonlyMap<string, readonly CalendarThing[]>;
  /** Null: nobody has published them yet. */
  readonly off: ReadonlySet<string> | null;
  readonly today: string;
  readonly day: string;
  onDay(day: string): void;
}

/** A month as a table of weeks; arrows move from day to day, Page Up and Page Down by months. */
export function MonthGrid({ weeks, month, things, off, today, day, onDay }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) box.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    moved.current = false;
  }, [day]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = dayFrom(event.key, day);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    onDay(next);
  };
  return (
    <Grid className="calendar-month" aria-label={`日历 ${month}`} ref={box} onKeyDown={onKeyDown}>
      <Row className="calendar-week calendar-names">
        {weekdayNames.map((name) => (
          <HeadCell key={name}>周{name}</HeadCell>
        ))}
      </Row>
      {weeks.map((week) => (
        <Row key={week[0]} className="calendar-week">
          {week.map((each) => {
            const here = things.get(each) ?? [];
            const words = `${dayWords(each)}${off?.has(each) ? '，不上班' : ''}，${here.length} 项`;
            return (
              <Cell
                key={each}
                className="calendar-box"
                data-day={each}
                data-other={!each.startsWith(month) || undefined}
                data-off={off?.has(each) || undefined}
                data-today={each === today || undefined}
                aria-selected={each === day}
                tabIndex={each === day ? 0 : -1}
                onClick={() => onDay(each)}
              >
                <span className="visually-hidden">{words}</span>
                <span className="calendar-number" aria-hidden="true">
                  {Number(each.slice(8))}
                  {off?.has(each) && <small>休</small>}
                </span>
                {numbered(here.slice(0, room)).map(({ at, value }) => (
                  <span
                    key={at}
                    className="calendar-thing"
                    aria-hidden="true"
                    title={`${kindNames[value.kind]}：${value.title}`}
                  >
                    <Light colour={value.light} bare />
                    <span>{value.title}</span>
                  </span>
                ))}
                {here.length > room && (
                  <span className="calendar-rest" aria-hidden="true">
                    还有 {here.length - room} 项
                  </span>
                )}
              </Cell>
            );
          })}
        </Row>
      ))}
    </Grid>
  );
}
