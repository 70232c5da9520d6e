import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { noticeApi, type TrialJson } from '../../contract.ts';

const fields: readonly Field[] = [{ input: 'text', name: 'to', label: '收信地址', required: true, most: 254 }];

/** Sends one mail by what is saved, and says what came of it. */
export function MailTrial({ onClose }: { onClose(): void }) {
  const [trial, setTrial] = useState<TrialJson | null>(null);
  return (
    <DataForm
      label="试发一封"
      fields={fields}
      initial={{ to: '' }}
      submitText="试发"
      onSubmit={async ({ to }) => {
        setTrial(null);
        setTrial(await send(noticeApi.testMail, { body: { to: String(to).trim() } }));
      }}
      onCancel={onClose}
    >
      <TrialResult trial={trial} />
    </DataForm>
  );
}

/** What came of a trial, read aloud when it comes. */
export const TrialResult = ({ trial }: { readonly trial: TrialJson | null }) => (
  <div role="status">
    {trial !== null && (
      <p className={`notice-trial ${trial.done ? 'notice-good' : 'notice-bad'}`}>
        {trial.message}
        {trial.answer !== null && ` 详情：${trial.answer}`}
      </p>
    )}
  </div>
);
