import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { collectionApi } from '../../../contract.ts';
import type { UrgedJson } from './board.ts';

interface Props {
  readonly formId: string;
  readonly period: string;
  /** Null: all that are late. */
  readonly sheetIds: readonly string[] | null;
  readonly count: number;
  onUrged(): void;
  onClose(): void;
}

/** Asks units for their reports, and says who was asked and who was not, and why. */
export function UrgeDialog({ formId, period, sheetIds, count, onUrged, onClose }: Props) {
  const id = useId();
  const [note, setNote] = useState('');
  const urging = useMutation({
    mutationFn: () =>
      send(collectionApi.urge, {
        params: { formId },
        body: { period, sheetIds: sheetIds === null ? null : [...sheetIds], note: note.trim() },
      }),
    onSuccess: onUrged,
  });
  const { data } = urging;
  const known = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: without this the keyboard would be nowhere.
  useEffect(() => {
    if (data !== undefined) known.current?.focus();
  }, [data]);
  return (
    <Modal
      open
      title={data === undefined ? `催报 ${count} 个单位` : '催报结果'}
      onCancel={onClose}
      footer={
        data === undefined ? (
          <>
            <Button onClick={onClose}>取消</Button>
            <Button type="primary" loading={urging.isPending} onClick={() => urging.mutate()}>
              催报
            </Button>
          </>
        ) : (
          <Button type="primary" ref={known} onClick={onClose}>
            知道了
          </Button>
        )
      }
    >
      {urging.error !== null && <Refusals sentences={sentencesOf(urging.error)} />}
      {data === undefined ? (
        <>
          <p>这些单位的填报人会收到一条消息。一小时内催过的、已经报了的不再打扰。</p>
          <label htmlFor={id}>附一句话（可以不写）</label>
          <Input.TextArea
            id={id}
            autoFocus
            rows={3}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </>
      ) : (
        <Result answer={data} />
      )}
    </Modal>
  );
}

const Result = ({ answer }: { readonly answer: UrgedJson }) => (
  <div role="status">
    <p>{answer.urged === 0 ? '没有催任何单位。' : `催了 ${answer.urged} 个单位。`}</p>
    {answer.skipped.length > 0 && (
      <>
        <p>没有催的 {answer.skipped.length} 个：</p>
        <ul className="board-skipped">
          {answer.skipped.map(({ sheetId, unitName, message }) => (
            <li key={sheetId}>
              <b>{unitName}</b>
              <span>{message}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
);
