import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queryFor, send } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { selectionApi } from '../../../contract.ts';
import { valuesOf } from '../logic.ts';
import { useDone } from '../parts/use-selection.ts';
import { RoundForm } from './round-form.tsx';

const route = getRouteApi('/selection-rounds/$roundId/edit');

/** Changes a round: all of it before it is open, then only its name, its days and what is said of it. */
export function EditRoundPage() {
  const { roundId } = route.useParams();
  const navigate = route.useNavigate();
  const done = useDone();
  usePageTitle('修改遴选批次');
  const page = useQuery({ ...queryFor(selectionApi.readRound, { params: { roundId } }), refetchOnWindowFocus: false });
  if (page.error && page.data === undefined) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  if (page.data === undefined) return <Waiting lines={8} />;
  const { round } = page.data;
  const back = () => navigate({ to: '/selection-rounds/$roundId', params: { roundId } });
  return (
    <div className="page">
      <h1>修改{round.name}</h1>
      {round.state !== 'draft' && <p className="page-note">已经开始受理，评分办法不能再改，只能改名称、期限和说明。</p>}
      <RoundForm
        initial={valuesOf(round)}
        submitText="保存"
        fixed={round.state !== 'draft'}
        onSubmit={async (body) => {
          await send(selectionApi.changeRound, { params: { roundId }, body: { ...body, revision: round.revision } });
          await done('已保存。');
          await back();
        }}
        onCancel={() => void back()}
      />
    </div>
  );
}
