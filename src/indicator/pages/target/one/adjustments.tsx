import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { type TargetJson, targetApi } from '../../../contract.ts';
import { amount } from '../words.ts';
import { figureOf, plainText } from './draft-state.ts';

interface Props {
  readonly target: TargetJson;
  onChanged(next: TargetJson): void;
}
const stateNames = { asked: '等另一个人批', approved: '已批准', refused: '没有批准' } as const;
const day = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What the target was first, and every adjustment with who asked, who approved, and why. */
export function Adjustments({ target, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const params = { targetId: target.id };
  return (
    <section aria-labelledby="target-adjustments">
      <h2 id="target-adjustments">调整</h2>
      <ol className="target-history">
        <li>
          {target.setOn} 起 <b>{amount(target.first, target)}</b>（最初的目标）
        </li>
        {target.adjustments.map((each) => (
          <li key={each.id}>
            {each.holdsOn} 起 {amount(each.before, target)} → <b>{amount(each.value, target)}</b>{' '}
            <span className={each.state === 'asked' ? 'target-red' : undefined}>{stateNames[each.state]}</span>
            <div>理由：{each.reason}</div>
            <div className="pale">
              {each.askedBy.name} {day(each.askedAt)} 申请
              {each.decidedBy !== null &&
                each.decidedAt !== null &&
                `；${each.decidedBy.name} ${day(each.decidedAt)} ${each.state === 'approved' ? '批准' : '没有批准'}`}
              {each.decision !== null && each.decision !== '' && `：${each.decision}`}
            </div>
            {each.state === 'asked' && target.can.includes('approve') && (
              <DataForm
                label="审批调整"
                fields={[
                  {
                    ...{ input: 'choice', name: 'approve', label: '意见', required: true, width: 2 },
                    options: [
                      { value: 'yes', label: '批准' },
                      { value: 'no', label: '不批准' },
                    ],
                  },
                  { input: 'text', name: 'words', label: '说明（不批准时要写）', width: 4, most: 500 },
                ]}
                initial={{ approve: 'yes', words: '' }}
                submitText="提交意见"
                onSubmit={async ({ approve, words }) => {
                  const body = { approve: approve === 'yes', words: String(words ?? '') };
                  onChanged(await send(targetApi.decideAdjustment, { params: { ...params, id: each.id }, body }));
                  notify(body.approve ? '已批准，新的目标生效' : '没有批准，申请人会收到消息');
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {target.can.includes('adjust') && !asking && (
        <p>
          <Button onClick={() => setAsking(true)}>申请调整</Button>
        </p>
      )}
      {asking && (
        <DataForm
          label="申请调整"
          fields={[
            { input: 'text', name: 'value', label: `调整为（${target.unit}）`, required: true, width: 2, most: 24 },
            { input: 'day', name: 'holdsOn', label: '从哪天起', required: true, width: 2 },
            { input: 'long', name: 'reason', label: '理由', required: true, most: 500 },
          ]}
          initial={{
            value: plainText(target.value, target.decimals),
            holdsOn: day(new Date().toISOString()),
            reason: '',
          }}
          check={({ value }) =>
            typeof figureOf(String(value), target.decimals) === 'number'
              ? []
              : [{ name: 'value', sentence: `请填一个数，小数不超过 ${target.decimals} 位。` }]
          }
          submitText="申请"
          onCancel={() => setAsking(false)}
          onSubmit={async ({ value, holdsOn, reason }) => {
            const figure = figureOf(String(value), target.decimals);
            if (typeof figure !== 'number') return;
            const body = { value: figure, holdsOn: String(holdsOn), reason: String(reason) };
            onChanged(await send(targetApi.askAdjustment, { params, body }));
            setAsking(false);
            notify('已申请，等另一个人批');
          }}
        />
      )}
    </section>
  );
}
