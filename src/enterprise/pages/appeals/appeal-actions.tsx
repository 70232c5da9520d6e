import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { addDays } from '../../../kernel/index.ts';
import { type EnterpriseAppealJson, enterpriseApi } from '../../contract.ts';
import { FormDialog, reasonField, textIn } from '../parts/dialog.tsx';
import { useTried } from '../parts/use-tried.ts';
import { today } from '../parts/words.ts';
import { useTakeAppeal } from './use-appeal.ts';

type Step = 'send' | 'task' | 'refuse' | 'answer' | 'content' | 'reopen';
const usualDays = 10;
const urgentDays = 3;

const heads: Readonly<Record<Step, { readonly title: string; readonly submit: string; readonly done: string }>> = {
  send: { title: '分办诉求', submit: '分办', done: '已分办，办理单位会收到待办。' },
  task: { title: '立为任务', submit: '立为任务', done: '已立为任务，办理单位会收到。' },
  refuse: { title: '不受理', submit: '不受理', done: '已告诉企业不受理的理由。' },
  answer: { title: '答复企业', submit: '答复', done: '已答复，等企业评价。' },
  content: { title: '满意', submit: '满意，办结', done: '已评价，诉求办结。' },
  reopen: { title: '不满意，请重新办理', submit: '提交评价', done: '已评价，办理单位要重新办理。' },
};

/** What the present post may do next with an appeal. */
export function AppealActions({ appeal }: { readonly appeal: EnterpriseAppealJson }) {
  const take = useTakeAppeal();
  const [open, setOpen] = useState<Step | null>(null);
  const [busy, run] = useTried();
  const own = useMay('enterprise.ask');
  const { may, urgent, state, revision } = appeal;
  const steps: readonly (readonly [Step, string, boolean])[] = [
    ['answer', '答复', may.answer],
    ['send', state === 'sent' ? '改派单位' : '分办', may.send],
    ['task', '立为任务', may.task],
    ['refuse', '不受理', may.send],
    ['content', '满意', may.judge],
    ['reopen', '不满意', may.judge],
  ];
  const shown = steps.filter(([, , may]) => may);
  if (shown.length === 0 && !may.withdraw) return null;
  // What is urgent is made a task rather than sent.
  const first = shown.find(([step]) => step === (urgent && may.task && !may.answer ? 'task' : shown[0]?.[0]))?.[0];
  return (
    <p className="page-buttons">
      {shown.map(([step, words]) => (
        <Button key={step} {...(step === first && { type: 'primary' })} onClick={() => setOpen(step)}>
          {words}
        </Button>
      ))}
      {may.withdraw && (
        <Button
          disabled={busy}
          onClick={() =>
            run(async () => {
              take(await send(enterpriseApi.withdrawAppeal, { params: { appealId: appeal.id }, body: { revision } }));
            }, '已撤回。')
          }
        >
          撤回
        </Button>
      )}
      {open !== null && (
        <FormDialog
          title={heads[open].title}
          fields={fieldsOf(open)}
          initial={initialOf(open, appeal)}
          submitText={heads[open].submit}
          done={heads[open].done}
          onSubmit={async (values) => take(await carryOut(open, appeal, values, own))}
          onClose={() => setOpen(null)}
        />
      )}
    </p>
  );
}

const unitFields: readonly Field[] = [
  { input: 'pick', name: 'unitId', label: '办理单位', of: 'unit', required: true, width: 4 },
  { input: 'day', name: 'dueOn', label: '办理期限', required: true, width: 2 },
  { input: 'long', name: 'words', label: '要求', most: 500 },
];

function fieldsOf(step: Step): readonly Field[] {
  if (step === 'send' || step === 'task') return unitFields;
  if (step === 'refuse') return [reasonField];
  if (step === 'answer') return [{ input: 'long', name: 'words', label: '答复', required: true, most: 2000 }];
  const label = step === 'content' ? '想说的' : '哪里没有解决';
  return [{ input: 'long', name: 'words', label, most: 500, required: step === 'reopen' }];
}

const initialOf = (step: Step, { urgent, unit, dueOn }: EnterpriseAppealJson): Values =>
  step === 'send' || step === 'task'
    ? { unitId: unit?.id ?? null, dueOn: dueOn ?? addDays(today(), urgent ? urgentDays : usualDays) }
    : {};

/** `own`: the enterprise judges for itself; else an office writes down what it said. */
async function carryOut(
  step: Step,
  { id, revision }: EnterpriseAppealJson,
  values: Values,
  own: boolean,
): Promise<EnterpriseAppealJson> {
  const params = { appealId: id };
  const words = textIn(values.words);
  const to = { revision, unitId: textIn(values.unitId), dueOn: textIn(values.dueOn), words };
  if (step === 'send') return send(enterpriseApi.sendAppeal, { params, body: to });
  if (step === 'task') return send(enterpriseApi.makeAppealTask, { params, body: to });
  if (step === 'refuse')
    return send(enterpriseApi.refuseAppeal, { params, body: { revision, reason: textIn(values.reason) } });
  if (step === 'answer') return send(enterpriseApi.answerAppeal, { params, body: { revision, words } });
  const body = { revision, satisfied: step === 'content', words };
  return send(own ? enterpriseApi.judgeAppeal : enterpriseApi.noteJudgement, { params, body });
}
