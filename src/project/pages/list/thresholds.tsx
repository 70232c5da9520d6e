import { useQuery } from '@tanstack/react-query';
import type { ListFilter } from '../../../../platform/http/list-query.ts';
import { queryFor } from '../../../../platform/web/api.ts';
import { projectApi } from '../../contract.ts';

interface Props {
  readonly filter: ListFilter | undefined;
  onFilter(filter: ListFilter | undefined): void;
}

const fenOfWan = 1_000_000;

/** Sums of investment that plans count projects by: one press leaves those of at least so much. */
export function Thresholds({ filter, onFilter }: Props) {
  const { data } = useQuery(queryFor(projectApi.readThresholds, {}));
  if (data === undefined || data.thresholds.length === 0) return null;
  const condition = filter?.total;
  const chosen = condition !== undefined && 'from' in condition && condition.to === undefined ? condition.from : null;
  const choose = (wan: number | null): void => {
    const { total: _total, ...rest } = filter ?? {};
    const next = wan === null ? rest : { ...rest, total: { from: wan } };
    onFilter(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <fieldset className="project-thresholds">
      <legend className="visually-hidden">投资规模</legend>
      {data.thresholds.map(({ fen, name, count, plans }) => {
        const wan = fen / fenOfWan;
        const isChosen = chosen === wan;
        const source = plans.map(({ title, text }) => `《${title}》：${text}`).join('\n');
        return (
          <button
            key={fen}
            type="button"
            aria-pressed={isChosen}
            title={source === '' ? '设定的分档' : `出自\n${source}`}
            onClick={() => choose(isChosen ? null : wan)}
          >
            {name}
            <b>{count}</b>
          </button>
        );
      })}
    </fieldset>
  );
}
