import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { AnswerOf } from '../../../../platform/http/endpoint.ts';
import type { ListFilter } from '../../../../platform/http/list-query.ts';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { tasksApi } from '../../contract.ts';
import { lights } from '../../domain/index.ts';
import { type BoardWay, boardWays, type sameSet } from '../list/address.ts';
import { BoardCard } from './board-card.tsx';
import { firstSpot, type Spot, walk } from './walk.ts';
import './board.css';

const wayNames: Readonly<Record<BoardWay, string>> = { light: '灯', state: '状态', lead: '牵头单位', chain: '产业链' };
const figures = new Intl.NumberFormat('zh-CN');
/** Cards of a column at first, and as many more with each press; the rest is for the list. */
const step = 20;
const most = 100;

interface Props {
  readonly asked: ReturnType<typeof sameSet>;
  readonly by: BoardWay;
  onBy(by: BoardWay): void;
  /** Shows one column's tasks in the list. */
  onColumn(filter: ListFilter): void;
}

/**
 * Tasks in columns. Nothing is dragged: a light and a state follow from what happened, nobody sets them. Arrows move from
 * card to card, Enter opens one.
 */
export function BoardView({ asked, by, onBy, onColumn }: Props) {
  const [perColumn, setPerColumn] = useState<number | null>(null);
  const board = useQuery({
    ...queryFor(tasksApi.taskBoard, { query: { ...asked, by, ...(perColumn !== null && { perColumn }) } }),
    placeholderData: keepPreviousData,
  });
  const { data } = board;
  return (
    <div className="board-view">
      <fieldset className="board-ways">
        <legend>分栏</legend>
        {boardWays.map((way) => (
          <button key={way} type="button" aria-pressed={way === by} onClick={() => onBy(way)}>
            按{wayNames[way]}
          </button>
        ))}
      </fieldset>
      {board.error && data === undefined && <Failure error={board.error} onRetry={() => void board.refetch()} />}
      {data === undefined && !board.error && <Waiting lines={8} />}
      {data?.columns.every(({ total }) => total === 0) && (
        <Empty title="没有符合条件的任务">
          <p>换几个字，或者去掉一些条件。</p>
        </Empty>
      )}
      {data?.columns.some(({ total }) => total > 0) && (
        <Columns
          key={by}
          board={data}
          by={by}
          full={(perColumn ?? 0) >= most}
          busy={board.isFetching}
          onMore={() => setPerColumn((now) => Math.min(most, (now ?? step) + step))}
          onColumn={onColumn}
        />
      )}
      {data !== undefined && data.more > 0 && (
        <p className="board-rest">
          还有 {figures.format(data.more)} {by === 'lead' ? '个单位' : '条产业链'}没有列出，请用筛选缩小范围。
        </p>
      )}
    </div>
  );
}

type BoardJson = AnswerOf<typeof tasksApi.taskBoard>;

interface ColumnsProps {
  readonly board: BoardJson;
  readonly by: BoardWay;
  readonly full: boolean;
  readonly busy: boolean;
  onMore(): void;
  onColumn(filter: ListFilter): void;
}

function Columns({ board, by, full, busy, onMore, onColumn }: ColumnsProps) {
  const box = useRef<HTMLDivElement>(null);
  const lengths = board.columns.map(({ rows }) => rows.length);
  const [chosen, setSpot] = useState<Spot | null>(null);
  const fits = chosen !== null && chosen.card < (lengths[chosen.column] ?? 0);
  const spot = fits ? chosen : firstSpot(lengths);
  const onKeyDown = (event: KeyboardEvent): void => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-spot]') : null;
    if (card === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const [column = 0, at = 0] = (card.dataset.spot ?? '').split(' ').map(Number);
    const next = walk(event.key, { column, card: at }, lengths);
    if (next === null) return;
    event.preventDefault();
    setSpot(next);
    const target = box.current?.querySelector<HTMLElement>(`[data-spot="${next.column} ${next.card}"]`);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return (
    <section
      className="board-columns"
      data-by={by}
      aria-label="看板，用方向键在卡片之间移动"
      ref={box}
      onKeyDown={onKeyDown}
    >
      {board.columns.map(({ key, name, total, rows }, column) => (
        <section key={key} className="board-column" aria-label={`${name}，${total} 项`}>
          <header>
            <h2>
              {by === 'light' ? <Light colour={lights.find((light) => light === key) ?? 'none'} word={name} /> : name}
            </h2>
            <b>{figures.format(total)}</b>
          </header>
          <ul>
            {rows.map((row, card) => (
              <li key={row.id}>
                <BoardCard
                  row={row}
                  by={by}
                  spot={`${column} ${card}`}
                  reachable={spot?.column === column && spot.card === card}
                  onReached={() => setSpot({ column, card })}
                />
              </li>
            ))}
          </ul>
          {total > rows.length && (
            <p className="board-more">
              {!full && (
                <Button size="small" loading={busy} onClick={onMore}>
                  再看 {Math.min(step, total - rows.length)} 项
                </Button>
              )}
              {columnFilter(by, key) !== null && (
                <Button size="small" type="link" onClick={() => onColumn(columnFilter(by, key) ?? {})}>
                  在清单里看全部
                </Button>
              )}
            </p>
          )}
          {total === 0 && <p className="board-none">没有</p>}
        </section>
      ))}
    </section>
  );
}

/** What the list is asked for to show a column; null for those without a name of their own. */
const columnFilter = (by: BoardWay, key: string): ListFilter | null =>
  key === '' ? (by === 'chain' ? { chain: { blank: true } } : null) : { [by]: { in: [key] } };
