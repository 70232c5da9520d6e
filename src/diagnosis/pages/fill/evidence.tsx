import { Button } from 'antd';
import { useRef, useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { type DiagnosisJson, diagnosisApi } from '../../contract.ts';
import { handNames, type Question } from '../../domain/index.ts';

interface Props {
  readonly diagnosis: DiagnosisJson;
  readonly question: Question;
  readonly mayAdd: boolean;
  onChanged(diagnosis: DiagnosisJson): void;
}

/** Papers and photographs that show an answer; a telephone takes one on the spot. */
export function Evidence({ diagnosis, question, mayAdd, onChanged }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const params = { diagnosisId: diagnosis.id };
  const files = diagnosis.files.filter(({ questionId }) => questionId === question.id);
  const work = async (work: () => Promise<DiagnosisJson>): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      onChanged(await work());
    } catch (cause) {
      setFault(sentencesOf(cause).join(''));
    }
    setBusy(false);
  };
  if (files.length === 0 && (question.evidence === 'none' || !mayAdd)) return null;
  return (
    <div>
      <small>
        证明材料{question.evidence === 'must' && '（得分就必须附）'}
        {question.evidenceHint !== '' && `：${question.evidenceHint}`}
      </small>
      <ul className="diagnosis-files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={addressFor(diagnosisApi.readFile, { ...params, fileId: file.id })}>{file.name}</a>（
            {handNames[file.hand]}）
            {mayAdd && (
              <Button
                size="small"
                type="text"
                disabled={busy}
                aria-label={`撤下${file.name}`}
                onClick={() =>
                  void work(() => send(diagnosisApi.removeFile, { params: { ...params, fileId: file.id } }))
                }
              >
                撤下
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.ofd"
            aria-label={`给“${question.text}”上传材料`}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file !== undefined)
                void work(() =>
                  send(diagnosisApi.addFile, { params, form: formWith(file, { questionId: question.id }) }),
                );
            }}
          />
          <Button size="small" loading={busy} onClick={() => input.current?.click()}>
            上传材料
          </Button>
        </>
      )}
      {fault !== '' && <p role="alert">{fault}</p>}
    </div>
  );
}
