import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { noticeApi, type TrialJson } from '../../contract.ts';

const fields: readonly Field[] = [{ input: 'text', name: 'to', label: '试发到', required: true, width: 3, most: 254 }];

/** Sends one mail by what is saved, and says what came of it. */
export function MailTrial() {
  const [trial, setTrial] = useState<TrialJson | null>(null);
  return (
    <div className="notice-card">
      <DataForm
        label="试发邮件"
        fields={fields}
        initial={{ to: '' }}
        submitText="试发一封"
        onSubmit={async ({ to }) => {
          setTrial(null);
          setTrial(await send(noticeApi.testMail, { body: { to: String(to).trim() } }));
        }}
      />
      <TrialResult trial={trial} />
    </div>
  );
}

/** What came of a trial, read aloud when it comes. */
export const TrialResult = ({ trial }: { readonly trial: TrialJson | null }) => (
  <div role="status">
    {trial !== null && (
      <p className={`notice-trial ${trial.done ? 'notice-good' : 'notice-bad'}`}>
        {trial.message}
        {trial.answer !== null && ` 对方：${trial.answer}`}
      </p>
    )}
  </div>
);
