import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ApiRefused, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type BulletinJson, reportApi } from '../../contract.ts';
import { SendDialog } from './send-dialog.tsx';

interface Props {
  readonly paper: BulletinJson;
  onChanged(paper?: BulletinJson): void;
}

type Asked = 'return' | 'sign' | 'withdraw' | 'correct' | 'answer' | 'archive';

const reason = (label: string, required: boolean): readonly Field[] => [
  { input: 'long', name: 'reason', label, required, most: 500 },
];

const dialogs: Readonly<Record<Asked, { title: string; button: string; done: string; fields: readonly Field[] }>> = {
  return: { title: '退回修改', button: '退回', done: '已退回。', fields: reason('请改什么', true) },
  sign: {
    ...{ title: '签发', button: '签发', done: '已签发并编号。' },
    fields: reason('说明（文中有数和冻结的不同时必填）', false),
  },
  withdraw: { title: '作废', button: '作废', done: '已作废。', fields: reason('理由', true) },
  correct: { title: '起草更正', button: '起草更正', done: '已起草更正。', fields: reason('哪里错了', true) },
  answer: {
    ...{ title: '回复督办函', button: '回复', done: '已回复。' },
    fields: [{ input: 'long', name: 'reason', label: '办理情况', required: true, most: 2000 }],
  },
  archive: {
    ...{ title: '归档', button: '归档', done: '已归档，以后不再改动。' },
    fields: [
      {
        ...{ input: 'check', name: 'withoutPdf', label: '', text: '没有 PDF，只归档 Word 文档' },
        help: '先在右边生成这一稿的 Word 和 PDF。没有装 LibreOffice 的地方可以只归档 Word。',
      },
    ],
  },
};

/** Everything that may be done with the paper now. */
export function PaperActions({ paper, onChanged }: Props) {
  const [asking, setAsking] = useState<Asked | 'send' | null>(null);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const { can } = paper;
  const atOnce = async (which: 'submit' | 'take-back'): Promise<void> => {
    setBusy(true);
    try {
      const endpoint = which === 'submit' ? reportApi.submitBulletin : reportApi.takeBackBulletin;
      const input = { params: { bulletinId: paper.id }, body: { revision: paper.revision } };
      onChanged(await send(endpoint, input));
      notify(which === 'submit' ? '已送签，签发的人会收到待办。' : '已撤回，可以接着改。');
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
      if (error instanceof ApiRefused && error.status === 409) onChanged();
    } finally {
      setBusy(false);
    }
  };
  const act = async (which: Asked, values: Values): Promise<void> => {
    const changed = await perform(which, paper, values);
    setAsking(null);
    notify(dialogs[which].done);
    if (which === 'correct') await navigate({ to: '/bulletins/$bulletinId', params: { bulletinId: changed.id } });
    else onChanged(changed);
  };
  const buttons = (
    [
      ['sign', can.sign],
      ['return', can.return],
      ['answer', can.answer],
      ['archive', can.archive],
      ['correct', can.correct],
      ['withdraw', can.withdraw],
    ] as const
  ).filter(([, may]) => may);
  return (
    <>
      {can.submit && (
        <Button type="primary" loading={busy} onClick={() => void atOnce('submit')}>
          送签
        </Button>
      )}
      {can.takeBack && (
        <Button loading={busy} onClick={() => void atOnce('take-back')}>
          撤回送签
        </Button>
      )}
      {can.send && (
        <Button type="primary" onClick={() => setAsking('send')}>
          发送
        </Button>
      )}
      {buttons.map(([which]) => (
        <Button
          key={which}
          {...((which === 'sign' || which === 'answer') && { type: 'primary' as const })}
          {...(which === 'withdraw' && { danger: true })}
          onClick={() => setAsking(which)}
        >
          {dialogs[which].button}
        </Button>
      ))}
      {asking === 'send' && (
        <SendDialog
          paper={paper}
          onClose={() => setAsking(null)}
          onDone={(changed) => {
            setAsking(null);
            onChanged(changed);
          }}
        />
      )}
      {asking !== null && asking !== 'send' && (
        <Modal
          open
          title={dialogs[asking].title}
          footer={null}
          width={560}
          keyboard={false}
          onCancel={() => setAsking(null)}
        >
          <DataForm
            label={dialogs[asking].title}
            fields={dialogs[asking].fields}
            initial={{}}
            submitText={dialogs[asking].button}
            onSubmit={(values) => act(asking, values)}
            onCancel={() => setAsking(null)}
          />
        </Modal>
      )}
    </>
  );
}

function perform(which: Asked, { id, revision }: BulletinJson, values: Values): Promise<BulletinJson> {
  const params = { bulletinId: id };
  const words = typeof values.reason === 'string' ? values.reason.trim() : '';
  const body = { revision, ...(words !== '' && { reason: words }) };
  switch (which) {
    case 'return':
      return send(reportApi.returnBulletin, { params, body });
    case 'sign':
      return send(reportApi.signBulletin, { params, body });
    case 'withdraw':
      return send(reportApi.withdrawBulletin, { params, body });
    case 'correct':
      return send(reportApi.correctBulletin, { params, body });
    case 'answer':
      return send(reportApi.answerBulletin, { params, body: { words } });
    case 'archive':
      return send(reportApi.archiveBulletin, { params, body: { revision, withoutPdf: values.withoutPdf === true } });
  }
}
