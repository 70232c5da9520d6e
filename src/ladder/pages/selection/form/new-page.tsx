import { useNavigate } from '@tanstack/react-router';
import { send } from '../../../../../platform/web/api.ts';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { selectionApi } from '../../../contract.ts';
import { today, useDone } from '../parts/use-selection.ts';
import { RoundForm } from './round-form.tsx';

const usual = { publicityDays: '5', expertShare: '40', panel: '3', measures: [], items: [], ties: ['quantitative'] };

/** Makes a round; it stays with who makes it until it is opened. */
export function NewRoundPage() {
  const navigate = useNavigate();
  const done = useDone();
  usePageTitle('新建遴选批次');
  return (
    <div className="page">
      <h1>新建遴选批次</h1>
      <p className="pale">先存成拟定中的，只有组织遴选的岗位看得到。请好专家，再开始受理。</p>
      <RoundForm
        initial={{ ...usual, applyFrom: today() }}
        submitText="保存"
        fixed={false}
        onSubmit={async (body) => {
          const made = await send(selectionApi.createRound, { body });
          await done('已保存。');
          await navigate({ to: '/selection-rounds/$roundId', params: { roundId: made.round.id } });
        }}
        onCancel={() => void navigate({ to: '/selection-rounds' })}
      />
    </div>
  );
}
