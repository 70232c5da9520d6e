import { Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { ImportFlow } from '../../../../platform/web/import/import-flow.tsx';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { collectionApi, type SheetJson } from '../../contract.ts';

interface Common {
  readonly error: Error | null;
  readonly busy: boolean;
  onCancel(): void;
}

function Asking(
  props: Common & {
    readonly title: string;
    readonly ok: string;
    readonly ready: boolean;
    onOk(): void;
    readonly children: ReactNode;
    readonly more?: ReactNode;
  },
) {
  const { title, ok, ready, busy, error, onCancel, onOk, children, more } = props;
  return (
    <Modal
      open
      title={title}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>取消</Button>
          {more}
          <Button type="primary" disabled={!ready} loading={busy} onClick={onOk}>
            {ok}
          </Button>
        </>
      }
    >
      {error !== null && <Refusals sentences={sentencesOf(error)} />}
      {children}
    </Modal>
  );
}

/** A reason in words, for what somebody else has to do over. */
export function ReasonDialog(
  props: Common & {
    readonly title: string;
    readonly hint: string;
    readonly required: boolean;
    onReason(reason: string): void;
  },
) {
  const { title, hint, required, onReason } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <Asking {...props} ok={title} ready={!required || reason.trim() !== ''} onOk={() => onReason(reason.trim())}>
      <label htmlFor={id}>{required ? '原因' : '补充说明（可以不写）'}</label>
      <Input.TextArea
        id={id}
        rows={4}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="sheet-note">{hint}</p>
    </Asking>
  );
}

/** Until when, and why. The first deadline stays visible. */
export function ExtensionDialog(props: Common & { readonly due: string; onAsk(to: string, reason: string): void }) {
  const { due, onAsk } = props;
  const [dayId, reasonId] = [useId(), useId()];
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Asking
      {...props}
      title="申请延期"
      ok="送出申请"
      ready={to > due && reason.trim() !== ''}
      onOk={() => onAsk(to, reason.trim())}
    >
      <p className="sheet-note">现在 {due} 截止；原来的截止日一直看得到。</p>
      <div className="sheet-field">
        <label htmlFor={dayId}>延到哪一天</label>
        <input id={dayId} type="date" min={due} value={to} onChange={({ target }) => setTo(target.value)} />
      </div>
      <div className="sheet-field">
        <label htmlFor={reasonId}>为什么</label>
        <Input.TextArea
          id={reasonId}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Asking>
  );
}

/** Grants the day that was asked for or another, or refuses. */
export function AnswerDialog(
  props: Common & {
    readonly asked: { readonly to: string; readonly reason: string };
    onAnswer(to: string | null, note: string): void;
  },
) {
  const { asked, busy, onAnswer } = props;
  const [dayId, noteId] = [useId(), useId()];
  const [to, setTo] = useState(asked.to);
  const [note, setNote] = useState('');
  return (
    <Asking
      {...props}
      title="答复延期申请"
      ok="同意延期"
      ready={to !== ''}
      onOk={() => onAnswer(to, note.trim())}
      more={
        <Button loading={busy} onClick={() => onAnswer(null, note.trim())}>
          不同意
        </Button>
      }
    >
      <p>
        申请延到 {asked.to}：{asked.reason}
      </p>
      <div className="sheet-field">
        <label htmlFor={dayId}>同意延到</label>
        <input id={dayId} type="date" value={to} onChange={({ target }) => setTo(target.value)} />
      </div>
      <div className="sheet-field">
        <label htmlFor={noteId}>说明</label>
        <Input.TextArea
          id={noteId}
          rows={2}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
    </Asking>
  );
}

interface ImportProps {
  readonly sheetId: string;
  readonly columns: SheetJson['columns'];
  onDone(): void;
  onClose(): void;
}

/** The sheet as a workbook, out and back in: checked as a whole, then all cells or none. */
export function ImportDialog({ sheetId, columns, onDone, onClose }: ImportProps) {
  const params = { sheetId };
  return (
    <Modal open title="导入填好的表" onCancel={onClose} footer={<Button onClick={onClose}>关闭</Button>} width={720}>
      <ImportFlow
        kind={{
          name: '填报表',
          template: addressFor(collectionApi.downloadSheet, params),
          check: (file) => send(collectionApi.checkSheetImport, { params, form: formWith(file) }),
          commit: async (file, fingerprint) => {
            await send(collectionApi.importSheet, { params, form: formWith(file, { fingerprint }) });
          },
          fieldName: (field) => columns.find(({ indicatorId }) => indicatorId === field)?.name ?? field,
          done: '填报表已导入。',
        }}
        onDone={onDone}
      />
    </Modal>
  );
}
