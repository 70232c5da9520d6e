import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DiagnosisCampaignJson, diagnosisApi } from '../../contract.ts';
import { remindedBefore } from '../../domain/index.ts';
import { Duties } from './duties.tsx';
import { CoverageBar, coverage, GroupTable } from './group-table.tsx';
import '../parts/diagnosis.css';

const route = getRouteApi('/diagnosis-rounds/$campaignId');

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
  const work = async (work: () => Promise<string | null>): Promise<void> => {
    setFault(null);
    try {
      const words = await work();
      if (words === null) return;
      notify(words);
      for (const endpoint of [diagnosisApi.readCampaign, diagnosisApi.listDuties, diagnosisApi.listCampaigns])
        await client.invalidateQueries({ queryKey: keyOf(endpoint) });
    } catch (cause) {
      setFault(cause);
    }
  };
  const remind = () =>
    work(async () => {
      const { reminded, unreachable } = await send(diagnosisApi.remind, { params });
      return `提醒了 ${reminded} 家${unreachable > 0 ? `；${unreachable} 家没有账号单位，请电话通知` : ''}。`;
    });
  const close = () =>
    work(async () => {
      await send(diagnosisApi.closeCampaign, { params, body: { revision: campaign.revision } });
      return '这一轮已经结束。';
    });
  const take = () =>
    work(async () => {
      await download(addressFor(diagnosisApi.exportCampaign, params));
      return null;
    });
  return (
    <article className="page diagnosis-page">
      <p className="page-back">
        <Link to="/diagnoses" search={{ view: 'rounds' }}>
          全部诊断任务
        </Link>
      </p>
      <div className="page-head">
        <h1>{campaign.name}</h1>
        <span className="page-buttons">
          <Button onClick={() => void take()}>导出 Excel</Button>
          {campaign.mayManage && (
            <>
              <Button onClick={() => void remind()}>提醒没有报送的</Button>
              <Popconfirm
                title="结束这一轮？没有办的待办会撤回。"
                okText="结束"
                cancelText="不结束"
                onConfirm={() => void close()}
              >
                <Button>结束这一轮</Button>
              </Popconfirm>
            </>
          )}
        </span>
      </div>
      <Summary campaign={campaign} />
      {fault !== null && <Failure error={fault} onRetry={() => setFault(null)} />}
      <GroupTable head="地区" groups={regions} />
      <GroupTable head="产业链" groups={chains} />
      <Duties campaign={campaign} />
    </article>
  );
}

function Summary({ campaign }: { readonly campaign: DiagnosisCampaignJson }) {
  const { region, chain, beginsOn, dueOn, closedAt, overdue, note } = campaign;
  return (
    <>
      <p>
        {region.name}
        {chain !== null && `，${chain.name}`}，{beginsOn} 至 {dueOn}
        {closedAt !== null ? '，已经结束' : ''}。{overdue && <strong>已经逾期。</strong>}
        {closedAt === null && `到期前 ${remindedBefore.join('、')} 天，自动提醒还没有报送的企业。`}
        {note}
      </p>
      <dl className="page-sums">
        <div>
          <dt>覆盖率</dt>
          <dd>
            <CoverageBar percent={coverage(campaign)} />
          </dd>
        </div>
        <div>
          <dt>已完成</dt>
          <dd>
            {campaign.inspected} / {campaign.all} 家
          </dd>
        </div>
        <div>
          <dt>待核验</dt>
          <dd>{campaign.submitted} 家</dd>
        </div>
        <div>
          <dt>填写中</dt>
          <dd>{campaign.filling} 家</dd>
        </div>
        <div>
          <dt>未开始</dt>
          <dd>{campaign.none} 家</dd>
        </div>
      </dl>
    </>
  );
}
