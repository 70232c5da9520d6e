import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../../platform/web/form/model.ts';
import { MenuButton } from '../../../../../platform/web/layout/menu-button.tsx';
import { type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { actionsOf, type RoundAction } from '../logic.ts';
import { AskDialog, reasonField, textIn } from '../parts/ask-dialog.tsx';
import { today, useDone } from '../parts/use-selection.ts';
import { DecideDialog } from './decide-dialog.tsx';

type Asked = Exclude<RoundAction, 'edit' | 'decide'>;
interface Words {
  readonly title: string;
  readonly words: string;
  readonly fields: readonly Field[];
  readonly done: string;
}
const accept: Field = { input: 'check', name: 'acceptSpread', label: '分差', text: '分差超过规定的也照算' };
const source: Field = { input: 'text', name: 'source', label: '凭什么：文件名称和文号', required: true, most: 300 };

const asked: Readonly<Record<Asked, Words>> = {
  open: {
    ...{ title: '开始受理', fields: [], done: '已开始受理。' },
    words: '开始以后企业就能申报，评分办法不能再改。',
  },
  'close-applications': {
    ...{ title: '截止申报', fields: [], done: '已截止申报，量化分算好了。' },
    words: '按截止日的数和版次算量化分，用到的数从此冻结；不够条件的不受理；受理的按回避关系派给专家。',
  },
  'close-scoring': {
    ...{ title: '结束评分并排名', fields: [accept], done: '已排名。' },
    words: '结束以后专家不能再改，您能看到每位专家给的分。',
  },
  publish: {
    ...{ title: '公布名单', fields: [source], done: '名单已公布，称号写进了企业档案。' },
    words: '公布以后，名单里的企业从今天起有这个称号。',
  },
  end: {
    ...{ title: '终止这一批', fields: [reasonField], done: '这一批已经终止。' },
    words: '终止以后不出名单，申报的企业会收到消息。不能撤回。',
  },
};
const names: Readonly<Record<RoundAction, string>> = {
  ...{ open: '开始受理', 'close-applications': '截止申报', 'close-scoring': '结束评分并排名', decide: '定名单并公示' },
  ...{ publish: '公布名单', edit: '修改', end: '终止这一批' },
};

/** What whoever runs the round can do with it now. */
export function RoundActions({ page }: { readonly page: SelectionPageJson }) {
  const { round } = page;
  const navigate = useNavigate();
  const done = useDone();
  const [open, setOpen] = useState<RoundAction | null>(null);
  if (!round.mayManage) return null;
  const { next, waitsFor, more } = actionsOf(round, today());
  const start = (action: RoundAction): void => {
    if (action === 'edit') void navigate({ to: '/selection-rounds/$roundId/edit', params: { roundId: round.id } });
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const submit = async (action: Asked, values: Values): Promise<void> => {
    const params = { roundId: round.id };
    const { revision } = round;
    if (action === 'open') await send(selectionApi.openRound, { params, body: { revision } });
    if (action === 'close-applications') await send(selectionApi.closeApplications, { params, body: { revision } });
    if (action === 'close-scoring')
      await send(selectionApi.closeScoring, { params, body: { revision, acceptSpread: values.acceptSpread === true } });
    if (action === 'publish')
      await send(selectionApi.publishRound, { params, body: { revision, source: textIn(values, 'source') } });
    if (action === 'end')
      await send(selectionApi.endRound, { params, body: { revision, reason: textIn(values, 'reason') } });
    await done(asked[action].done);
  };
  return (
    <div className="page-buttons">
      {waitsFor !== null && (
        <span className="pale">
          {waitsFor} 过后才能{round.state === 'applying' ? '截止申报' : '公布名单'}
        </span>
      )}
      {next !== null && (
        <Button type="primary" onClick={() => start(next)}>
          {names[next]}
        </Button>
      )}
      {more.length > 0 && (
        <MenuButton items={more.map((key) => ({ key, label: names[key], onClick: () => start(key) }))}>更多</MenuButton>
      )}
      {open === 'decide' && <DecideDialog page={page} onClose={close} />}
      {open !== null && open !== 'decide' && open !== 'edit' && (
        <AskDialog
          title={asked[open].title}
          words={asked[open].words}
          fields={asked[open].fields}
          submitText={asked[open].title}
          onSubmit={(values) => submit(open, values)}
          onClose={close}
        />
      )}
    </div>
  );
}
