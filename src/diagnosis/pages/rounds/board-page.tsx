import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DiagnosisBoardJson, diagnosisApi } from '../../contract.ts';
import { dutyStateNames } from '../../domain/index.ts';
import '../parts/diagnosis.css';

const route = getRouteApi('/diagnosis-rounds/$campaignId');
const pageSize = 50;

/** How far a round is, by region and by chain, and who has not begun. */
export function BoardPage() {
  const { campaignId } = route.useParams();
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const params = { campaignId };
  const board = useQuery(queryFor(diagnosisApi.readCampaign, { params }));
  usePageTitle(board.data?.campaign.name ?? '诊断任务');
  if (board.error && board.data === undefined)
    return <Failure error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) return <Waiting lines={8} />;
  const { campaign, regions, chains } = board.data;
  const work = async (work: () => Promise<string>): Promise<void> => {
    setFault(null);
    try {
      notify(await work());
      for (const endpoint of [diagnosisApi.readCampaign, diagnosisApi.listDuties, diagnosisApi.listCampaigns])
        await client.invalidateQueries({ queryKey: keyOf(endpoint) });
    } catch (cause) {
      setFault(cause);
    }
  };
  const remind = () =>
    work(async () => {
      const { reminded, unreachable } = await send(diagnosisApi.remind, { params } as never);
      return `提醒了 ${reminded} 家${unreachable > 0 ? `；${unreachable} 家没有账号单位，请电话通知` : ''}。`;
    });
  const close = () =>
    work(async () => {
      await send(diagnosisApi.closeCampaign, { params, body: { revision: campaign.revision } });
      return '这一轮已经结束。';
    });
  return (
    <article className="diagnosis-page">
      <p>
        <Link to="/diagnoses" search={{ view: 'rounds' }}>
          全部诊断任务
        </Link>
      </p>
      <div className="diagnosis-head">
        <h1>{campaign.name}</h1>
        {campaign.mayManage && (
          <span>
            <Button onClick={() => void remind()}>提醒没有报送的</Button>{' '}
            <Button onClick={() => void close()}>结束这一轮</Button>
          </span>
        )}
      </div>
      <p>
        {campaign.region.name}，{campaign.beginsOn} 至 {campaign.dueOn}，共 {campaign.all} 家：已完成{' '}
        {campaign.inspected}
        ，待核验 {campaign.submitted}，填写中 {campaign.filling}，未开始 {campaign.none}。
        {campaign.overdue && <strong>已经逾期。</strong>}
      </p>
      {fault !== null && <Failure error={fault} onRetry={() => setFault(null)} />}
      <Groups title="按地区" groups={regions} />
      <Groups title="按产业链" groups={chains} />
      <Duties campaignId={campaignId} />
    </article>
  );
}

function Groups({ title, groups }: { readonly title: string; readonly groups: DiagnosisBoardJson['regions'] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ScrollRegion className="diagnosis-scroll" aria-label={`覆盖情况${title}`}>
        <table className="diagnosis-table">
          <thead>
            <tr>
              {[title.slice(1), '应做（家）', '已完成', '待核验', '填写中', '未开始', '覆盖率', '等级'].map(
                (head, at) => (
                  <th key={head} scope="col" className={at > 0 && at < 7 ? 'is-figure' : undefined}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">{group.name}</th>
                {[group.all, group.inspected, group.submitted, group.filling, group.none].map((count, at) => (
                  // The order of these columns never changes.
                  <td key={`${group.key} ${at.toString()}`} className="is-figure">
                    {count}
                  </td>
                ))}
                <td className="is-figure">{Math.floor((group.inspected * 100) / Math.max(1, group.all))}%</td>
                <td>{group.levels.map(({ name, count }) => `${name} ${count} 家`).join('，')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Duties({ campaignId }: { readonly campaignId: string }) {
  const [page, setPage] = useState(1);
  const duties = useQuery(queryFor(diagnosisApi.listDuties, { params: { campaignId }, query: { page, pageSize } }));
  if (duties.data === undefined) return <Waiting lines={4} />;
  const { rows, total } = duties.data;
  return (
    <section>
      <h2>企业</h2>
      <ul>
        {rows.map(({ enterprise, region, state, diagnosisId, levelName, answered, wanted, reachable }) => (
          <li key={enterprise.id}>
            {diagnosisId === null ? (
              <Link to="/enterprises/$enterpriseId/diagnosis" params={{ enterpriseId: enterprise.id }}>
                {enterprise.name}
              </Link>
            ) : (
              <Link to="/diagnoses/$diagnosisId" params={{ diagnosisId }}>
                {enterprise.name}
              </Link>
            )}
            （{region.name}）{dutyStateNames[state]}
            {state === 'filling' && `，已答 ${answered} / ${wanted} 题`}
            {levelName !== null && `，${levelName}`}
            {!reachable && '，没有账号单位'}
          </li>
        ))}
      </ul>
      {total > pageSize && (
        <p>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            上一页
          </Button>{' '}
          <Button disabled={page * pageSize >= total} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
        </p>
      )}
    </section>
  );
}
