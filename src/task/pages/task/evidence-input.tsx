import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import type { OwnInput } from '../../../../platform/web/form/model.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { type TaskEventJson, tasksApi } from '../../contract.ts';
import { fileEndings } from '../report/files-field.tsx';
import { smallPhoto } from '../report/photo.ts';

type Evidence = TaskEventJson['evidence'];
const most = 30;

interface Props extends Omit<OwnInput, 'values'> {
  readonly taskId: string;
  readonly dutyId: string;
}

/** Files that show that something is done, each sent as it is chosen; photographs are made small before. */
export function EvidenceInput({ taskId, dutyId, id, value, onChange, ...given }: Props) {
  const invalid = given['aria-invalid'];
  const files = (value ?? []) as Evidence;
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = async (list: FileList | null): Promise<void> => {
    const wrong: string[] = [];
    let now = files;
    for (const file of [...(list ?? [])]) {
      if (now.length >= most) {
        wrong.push(`一次最多 ${most} 个。`);
        break;
      }
      setSending(file.name);
      try {
        const photo = file.type.startsWith('image/');
        const small = photo ? await smallPhoto(file) : file;
        const form = formWith(small, { dutyId, kind: photo ? 'photo' : 'file' });
        const there = await send(tasksApi.putFile, { params: { taskId }, form });
        now = [...now, { id: there.id, kind: there.kind, name: there.name }];
        onChange?.(now);
      } catch (error) {
        const own = error instanceof Error && error.constructor === Error ? [error.message] : sentencesOf(error);
        wrong.push(...own);
      }
    }
    setSending(null);
    setFaults(wrong);
  };
  return (
    <section
      className="evidence-input"
      data-invalid={invalid}
      aria-label="证明材料"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={`image/*,${fileEndings.join()}`}
        onChange={({ target }) => {
          void take(target.files).finally(() => {
            // The same file chosen again must count.
            target.value = '';
          });
        }}
      />
      <Button
        {...(id !== undefined && { id })}
        aria-label={sending === null ? '选择文件或照片' : '正在上传'}
        loading={sending !== null}
        icon={<PaperClipOutlined aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {sending === null ? '选择文件或照片' : '正在上传'}
      </Button>
      <span className="pale">{sending ?? '也可以把文件拖到这里'}</span>
      <Refusals sentences={faults} />
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              {file.name}
              <Button
                type="text"
                size="small"
                aria-label={`去掉${file.name}`}
                icon={<CloseOutlined />}
                onClick={() => onChange?.(files.filter((each) => each.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
