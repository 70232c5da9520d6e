import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { type TargetJson, targetApi } from '../../../contract.ts';

interface Props {
  readonly target: TargetJson;
  onChanged(next: TargetJson): void;
}

/** What those who got the target have against it, and what was answered. */
export function Objections({ target, onChanged }: Props) {
  const [saying, setSaying] = useState(false);
  const params = { targetId: target.id };
  const mayObject = target.can.includes('object');
  if (target.objections.length === 0 && !mayObject) return null;
  return (
    <section aria-labelledby="target-objections">
      <h2 id="target-objections">异议</h2>
      <ul className="target-history">
        {target.objections.map((each) => (
          <li key={each.id}>
            <b>{each.by.name}</b>：{each.reason}
            {each.answer === null ? (
              <div className="target-red">还没有答复</div>
            ) : (
              <div>
                {each.answeredBy?.name} 答复：{each.answer}
              </div>
            )}
            {each.answer === null && target.can.includes('answer') && (
              <DataForm
                label="答复异议"
                fields={[{ input: 'long', name: 'answer', label: '答复', required: true, most: 500 }]}
                initial={{ answer: '' }}
                submitText="答复"
                onSubmit={async ({ answer }) => {
                  const body = { answer: String(answer) };
                  onChanged(await send(targetApi.answerObjection, { params: { ...params, id: each.id }, body }));
                  notify('已答复，对方会收到消息');
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {mayObject && !saying && (
        <p>
          <Button onClick={() => setSaying(true)}>提出异议</Button>
        </p>
      )}
      {saying && (
        <DataForm
          label="提出异议"
          fields={[{ input: 'long', name: 'reason', label: '理由', required: true, most: 500 }]}
          initial={{ reason: '' }}
          submitText="提出"
          onCancel={() => setSaying(false)}
          onSubmit={async ({ reason }) => {
            onChanged(await send(targetApi.objectToTarget, { params, body: { reason: String(reason) } }));
            setSaying(false);
            notify('已提出，上级会收到待办');
          }}
        />
      )}
    </section>
  );
}
