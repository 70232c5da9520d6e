import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { withCondition } from '../../../../platform/web/list/listing/address.ts';
import { tasksApi } from '../../contract.ts';
import { type Light as Colour, lightNames, lights, taskStateNames } from '../../domain/index.ts';
import { sameSet, type TaskScope, type TasksSearch, uncounted, type WaitKind } from './address.ts';

const figures = new Intl.NumberFormat('zh-CN');

interface Props {
  readonly search: TasksSearch;
  readonly scope: TaskScope;
  onSearch(next: TasksSearch): void;
}

/** How many tasks there are of each light, and of what waits for somebody; each is a press that shows only those. */
export function Counters({ search, scope, onSearch }: Props) {
  const asked = uncounted(search);
  const counts = useQuery({
    ...queryFor(tasksApi.countTasks, { query: sameSet(asked, scope) }),
    placeholderData: keepPreviousData,
  });
  const { data } = counts;
  const { page: _page, ...rest } = search;
  const held = (key: 'light' | 'state'): readonly string[] => {
    const condition = search.filter?.[key];
    return condition !== undefined && 'in' in condition ? condition.in : [];
  };
  const put = (key: 'light' | 'state', value: string): void => {
    const now = held(key);
    const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
    const filter = withCondition(search.filter, key, next.length === 0 ? undefined : { in: next });
    const { filter: _before, ...others } = rest;
    onSearch({ ...others, ...(filter !== undefined && { filter }) });
  };
  const wait = (kind: WaitKind): void => {
    const { waits, ...others } = rest;
    onSearch(waits === kind ? others : { ...others, waits: kind });
  };
  const states = { planned: data?.planned, open: data?.open, closed: data?.closed };
  const waiting = [
    ['close', '待销号', data?.toClose],
    ['extension', '待答复延期', data?.extensions],
    ['dispute', '有争议', data?.disputed],
    ['help', '求助', data?.help],
  ] as const;
  return (
    <section className="task-counters" aria-label="按灯和状态看">
      <fieldset>
        <legend className="visually-hidden">灯</legend>
        {lights.map((light: Colour) => (
          <button
            key={light}
            type="button"
            aria-pressed={held('light').includes(light)}
            onClick={() => put('light', light)}
          >
            <Light colour={light} word={lightNames[light]} />
            <Count
              value={data === undefined ? undefined : (data.lights.find((each) => each.light === light)?.tasks ?? 0)}
            />
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">等人处理</legend>
        {waiting.map(([kind, words, value]) => (
          <button key={kind} type="button" aria-pressed={search.waits === kind} onClick={() => wait(kind)}>
            {words}
            <Count value={value} />
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">状态</legend>
        {(['planned', 'open', 'closed'] as const).map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={held('state').includes(state)}
            onClick={() => put('state', state)}
          >
            {taskStateNames[state]}
            <Count value={states[state]} />
          </button>
        ))}
      </fieldset>
    </section>
  );
}

const Count = ({ value }: { readonly value: number | undefined }) => (
  <b data-none={value === 0 || undefined}>{value === undefined ? '…' : figures.format(value)}</b>
);
