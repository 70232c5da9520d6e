import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { clearUploads, isOver, type Stage, type Upload, useUploads } from './uploads.ts';
import './upload.css';

const steps: readonly (readonly [Stage, string])[] = [
  ['sending', '上传'],
  ['reading', '读取'],
  ['understanding', '理解'],
  ['saving', '保存'],
];

/** The files on their way, each with its steps, and what became of them. */
export function UploadList() {
  const uploads = useUploads();
  if (uploads.length === 0) return null;
  return (
    <section className="uploads" aria-label="导入进度">
      <ul aria-live="polite">
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} />
        ))}
      </ul>
      {uploads.some(isOver) && (
        <Button size="small" onClick={clearUploads}>
          收起已完成的
        </Button>
      )}
    </section>
  );
}

function UploadLine({ upload }: { readonly upload: Upload }) {
  return (
    <li className={`upload upload-${upload.stage}`}>
      <div className="upload-file">
        <strong>{upload.file.name}</strong>
        <span>{sizeOf(upload.file.size)}</span>
      </div>
      {upload.stage === 'refused' ? (
        <Refused upload={upload} />
      ) : upload.stage === 'done' ? (
        <Done upload={upload} />
      ) : (
        <Steps stage={upload.stage} />
      )}
    </li>
  );
}

function Steps({ stage }: { readonly stage: Stage }) {
  const now = steps.findIndex(([name]) => name === stage);
  return (
    <ol className="upload-steps" aria-label={now < 0 ? '排队等候' : `正在${steps[now]![1]}`}>
      {steps.map(([name, word], at) => (
        <li key={name} className={at < now ? 'past' : at === now ? 'now' : ''}>
          {at < now ? `${word} ✓` : at === now ? `${word}……` : word}
        </li>
      ))}
    </ol>
  );
}

function Refused({ upload }: { readonly upload: Upload }) {
  return (
    <div className="upload-words" role="alert">
      <p className="upload-end">没有导入</p>
      {upload.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function Done({ upload }: { readonly upload: Upload }) {
  const { plans } = upload;
  return (
    <div className="upload-words">
      <p className="upload-end">{plans.length > 1 ? `读出 ${plans.length} 份公文，各成一个草案：` : '已成为草案：'}</p>
      <ul>
        {plans.map(({ planId, title, sameAs }) => (
          <li key={planId}>
            <Link to="/plans/$planId" params={{ planId }}>
              {title ?? '没有读出标题的公文'}
            </Link>
            {sameAs !== null && (
              <span className="upload-same">
                同样的文件以前
                <Link to="/plans/$planId" params={{ planId: sameAs }}>
                  导入过
                </Link>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const KB = 1024;
const sizeOf = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
