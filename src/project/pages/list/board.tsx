import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { type ProjectBox, type ProjectRowJson, projectApi } from '../../contract.ts';
import { alarmNames, type Stage, stageNames } from '../../domain/index.ts';
import { lightWords } from '../parts/words.ts';

const columns: readonly { readonly key: string; readonly title: string; has(row: ProjectRowJson): boolean }[] = [
  { key: 'planned', title: '前期（谋划）', has: ({ position }) => position === 'planned' },
  { key: 'waiting', title: '前期（储备）', has: ({ position }) => position === 'waiting' },
  ...(['started', 'continuing', 'completed', 'producing', 'reached'] as const satisfies readonly Stage[]).map(
    (stage) => ({
      ...{ key: stage, title: stageNames[stage] },
      has: (row: ProjectRowJson) => row.stage === stage,
    }),
  ),
];
const most = 200;

interface Props {
  readonly query: { readonly text?: string; readonly filter?: string; readonly sort?: string };
  readonly box: ProjectBox;
}

/** The same projects side by side by their stages, those that are stuck first. */
export function Board({ query, box }: Props) {
  const { text, filter, sort } = query;
  const asked = { ...(text && { text }), ...(filter && { filter }), ...(sort && { sort }) };
  const found = useQuery(queryFor(projectApi.listProjects, { query: { ...asked, box, pageSize: most } }));
  if (found.error && found.data === undefined)
    return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting />;
  const { rows, total, capped } = found.data;
  return (
    <>
      {total > rows.length && (
        <p className="pale">
          共 {total}
          {capped ? ' 以上' : ''} 个，看板只放前 {rows.length} 个。请加条件，或者看清单。
        </p>
      )}
      <ScrollRegion aria-label="各阶段的项目" className="project-board">
        {columns.map(({ key, title, has }) => (
          <Column key={key} title={title} rows={rows.filter(has)} />
        ))}
      </ScrollRegion>
    </>
  );
}

const Column = ({ title, rows }: { readonly title: string; readonly rows: readonly ProjectRowJson[] }) => (
  <section aria-label={title}>
    <h2>
      {title} <small>{rows.length}</small>
    </h2>
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="project-card">
          <Link to="/projects/$projectId" params={{ projectId: row.id }}>
            {row.name}
          </Link>
          <small>
            {row.region.name} · {row.enterprise}
          </small>
          <span className="project-card-foot">
            <Light
              colour={row.light}
              word={lightWords[row.light]}
              {...(row.alarmReason !== null && { reason: row.alarmReason })}
            />
            <Amount fen={row.totalFen} />
          </span>
          {row.alarms.length > 0 && <small>{row.alarms.map((rule) => alarmNames[rule]).join('、')}</small>}
        </li>
      ))}
      {rows.length === 0 && <li className="pale">没有</li>}
    </ul>
  </section>
);
