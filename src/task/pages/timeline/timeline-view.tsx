import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Grid, RowGroup } from '../../../../platform/web/list/grid-parts.tsx';
import { moveTo } from '../../../../platform/web/list/keyboard.ts';
import { type sameSet, type Zoom, zooms } from '../list/address.ts';
import { todayHere } from '../parts/today.ts';
import { axisOf, xOf } from './axis.ts';
import { rowHeight } from './bar.ts';
import { Links } from './links.tsx';
import { TimelineHead } from './timeline-head.tsx';
import { TimelineKey } from './timeline-key.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { useRows } from './use-rows.ts';
import './timeline.css';

const zoomNames: Readonly<Record<Zoom, string>> = { month: '按月', quarter: '按季', year: '按年' };
/** Late ones first would be the list's order; on a time axis what ends first stands first. */
const usualSort = 'dueOn';
const figures = new Intl.NumberFormat('zh-CN');

interface Props {
  readonly asked: ReturnType<typeof sameSet>;
  readonly sort: string | undefined;
  readonly zoom: Zoom;
  onZoom(zoom: Zoom): void;
}

/**
 * Tasks on a time axis. A table to a screen reader: each row says its task, its days and its light. Only what is in sight is
 * drawn and read from the server. Arrows move from row to row or along the axis, Enter opens a task.
 */
export function TimelineView({ asked, sort, zoom, onZoom }: Props) {
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const rows = useRows(asked, sort ?? usualSort, sight);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [room, setRoom] = useState(0);
  const [current, setCurrent] = useState(0);
  const moved = useRef(false);
  const navigate = useNavigate();
  const today = todayHere();
  useEffect(() => {
    if (scroller === null) return;
    const measure = (): void => setRoom(scroller.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  const named = room > 0 && room < 560 ? 132 : 300;
  const days = rows.days.join();
  const axis = useMemo(
    () => axisOf([...(days === '' ? [] : days.split(',')), today], zoom, Math.max(0, room - named)),
    [days, today, zoom, room, named],
  );
  const total = rows.total ?? 0;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: total,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: 56,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => setSight({ first, last }), [first, last]);
  const toToday = (): void => {
    if (scroller !== null) scroller.scrollLeft = Math.max(0, xOf(axis, today) - (scroller.clientWidth - named) / 3);
  };
  const shown = rows.total !== undefined && scroller !== null && room > 0;
  const centred = useRef<Zoom | null>(null);
  // Opens where today is, and again at another scale.
  useEffect(() => {
    if (!shown || centred.current === zoom) return;
    centred.current = zoom;
    toToday();
  });
  useEffect(() => {
    if (moved.current) scroller?.querySelector<HTMLElement>(`[data-at="${current}"]`)?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const row = event.target instanceof HTMLElement && event.target.dataset.at !== undefined ? event.target : null;
    if (row === null || scroller === null) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      scroller.scrollLeft += step * Math.max(60, room / 4);
      return;
    }
    if (event.key === 'Enter') {
      const opened = rows.at(current);
      if (opened !== undefined) void navigate({ to: '/tasks/$taskId', params: { taskId: opened.id } });
      return;
    }
    const next = moveTo(event, current, total);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    setCurrent(next);
    virtual.scrollToIndex(next);
  };
  if (rows.error !== null && rows.total === undefined) return <Failure error={rows.error} onRetry={rows.retry} />;
  if (rows.total === undefined) return <Waiting lines={10} />;
  if (total === 0)
    return (
      <Empty title="没有符合条件的任务">
        <p>换几个字，或者去掉一些条件。</p>
      </Empty>
    );
  return (
    <div className="timeline">
      <div className="timeline-tools">
        <fieldset className="timeline-zooms">
          <legend className="visually-hidden">时间的尺度</legend>
          {zooms.map((each) => (
            <button key={each} type="button" aria-pressed={each === zoom} onClick={() => onZoom(each)}>
              {zoomNames[each]}
            </button>
          ))}
        </fieldset>
        <Button size="small" onClick={toToday}>
          回到今天
        </Button>
        <span className="timeline-count">
          {figures.format(total)}
          {rows.capped && '+'} 项
        </span>
        <TimelineKey />
      </div>
      {rows.error !== null && (
        <p role="alert" className="timeline-failed">
          有一部分没有读到。
          <Button type="link" onClick={rows.retry}>
            再读一次
          </Button>
        </p>
      )}
      <Grid
        className="timeline-grid"
        aria-label="甘特图"
        aria-rowcount={total + 1}
        ref={setScroller}
        onKeyDown={onKeyDown}
        style={{ ['--named' as string]: `${named}px`, ['--axis' as string]: `${axis.width}px` }}
      >
        <TimelineHead axis={axis} />
        <RowGroup className="timeline-body" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <TimelineRow
              key={index}
              row={rows.at(index)}
              at={index}
              top={start}
              axis={axis}
              today={today}
              reachable={index === Math.min(current, total - 1)}
              onReached={() => setCurrent(index)}
            />
          ))}
          <Links axis={axis} rows={rows} first={first} last={last} today={today} />
          <span className="timeline-today" style={{ left: named + xOf(axis, today) }} aria-hidden="true" />
        </RowGroup>
      </Grid>
    </div>
  );
}
