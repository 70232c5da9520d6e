import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { planApi } from '../../../plan/contract.ts';
import { projectApi } from '../../../project/contract.ts';
import { tasksApi } from '../../../task/contract.ts';

/** How the chain stands: its plans, its tasks by light, its projects; each opens its own page. */
export const Standing = ({ chainId }: { readonly chainId: string }) => (
  <section className="chain-standing" aria-label="现在怎样">
    <Tasks chainId={chainId} />
    <Projects chainId={chainId} />
    <Plans chainId={chainId} />
    <div className="chain-card">
      <h2>指标</h2>
      <p>目标、实绩、进度和全年预计</p>
      <Link to="/matrix" search={{ chain: chainId }}>
        看经纬矩阵
      </Link>
    </div>
  </section>
);

const filterOf = (chainId: string) => ({ chain: { in: [chainId] } });

function Tasks({ chainId }: { readonly chainId: string }) {
  const counts = useQuery(queryFor(tasksApi.countTasks, { query: { chainId } }));
  const lights = counts.data?.lights.filter(({ tasks }) => tasks > 0) ?? [];
  return (
    <div className="chain-card">
      <h2>任务</h2>
      {counts.data !== undefined && (
        <p>
          在办 {counts.data.open} 项，已办结 {counts.data.closed} 项
          {counts.data.help > 0 && `，求助 ${counts.data.help} 项`}
        </p>
      )}
      <ul className="chain-lights">
        {lights.map(({ light, tasks }) => (
          <li key={light}>
            <Light colour={light} /> {tasks} 项
          </li>
        ))}
      </ul>
      <Link to="/tasks" search={{ filter: filterOf(chainId) }}>
        看任务
      </Link>
    </div>
  );
}

function Projects({ chainId }: { readonly chainId: string }) {
  const totals = useQuery(queryFor(projectApi.totalProjects, { query: { filter: JSON.stringify(filterOf(chainId)) } }));
  const { all, groups = [] } = totals.data ?? {};
  return (
    <div className="chain-card">
      <h2>项目</h2>
      {all !== undefined && (
        <p>
          {all.count} 个，总投资 <Amount fen={Number(all.totalFen)} />
          {all.stuck > 0 && `，受阻 ${all.stuck} 个`}
        </p>
      )}
      <ul className="chain-lights">
        {groups.map(({ key, name, count }) => (
          <li key={key}>
            {name} {count} 个
          </li>
        ))}
      </ul>
      <Link to="/projects" search={{ filter: filterOf(chainId) }}>
        看项目
      </Link>
    </div>
  );
}

function Plans({ chainId }: { readonly chainId: string }) {
  const query = { filter: JSON.stringify(filterOf(chainId)), pageSize: 5 };
  const plans = useQuery(queryFor(planApi.listPlans, { query }));
  return (
    <div className="chain-card">
      <h2>行动方案</h2>
      {plans.data?.total === 0 && <p>还没有这条链的方案。</p>}
      <ul className="chain-plans">
        {plans.data?.plans.map(({ id, title }) => (
          <li key={id}>
            <Link to="/plans/$planId" params={{ planId: id }}>
              {title ?? '没有标题的方案'}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
