import { Button, Modal } from 'antd';
import { useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { mostFileBytes, type ProjectFileJson, type ProjectJson, projectApi } from '../../contract.ts';
import { textIn } from '../parts/rows.tsx';
import { useTakeProject } from '../parts/use-project.ts';
import { today } from '../parts/words.ts';

const uploadFields: readonly Field[] = [
  {
    ...{ input: 'file', name: 'file', label: '文件', required: true, mostBytes: mostFileBytes },
    endings: ['.jpg', '.jpeg', '.png', '.webp', '.pdf'],
  },
  { input: 'day', name: 'takenOn', label: '拍摄或形成的日期', required: true },
  { input: 'text', name: 'note', label: '说明', most: 300 },
];

/** Photographs with their days, and papers that show something. Taken on the spot with a telephone, or sent later. */
export function Photos({ project }: { readonly project: ProjectJson }) {
  const [open, setOpen] = useState<ProjectFileJson | 'new' | null>(null);
  const photos = project.files.filter(({ kind }) => kind === 'photo');
  const papers = project.files.filter(({ kind }) => kind === 'paper');
  const addressOf = (file: ProjectFileJson): string =>
    addressFor(projectApi.readFile, { projectId: project.id, fileId: file.id });
  return (
    <section aria-labelledby="project-photos" className="project-part">
      <div className="page-part-head">
        <h2 id="project-photos">照片和证明材料</h2>
        {project.may.keep && (
          <Button size="small" onClick={() => setOpen('new')}>
            上传
          </Button>
        )}
      </div>
      {project.files.length === 0 && <p className="pale">还没有照片。用手机在现场拍了就能传。</p>}
      <ul className="project-photos">
        {photos.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              onClick={() => setOpen(file)}
              aria-label={`看${file.takenOn}的照片：${file.note || file.name}`}
            >
              <img src={addressOf(file)} alt="" loading="lazy" />
            </button>
            <small>
              {file.takenOn} {file.note}
            </small>
          </li>
        ))}
      </ul>
      <ul className="project-papers">
        {papers.map((file) => (
          <li key={file.id}>
            <a href={addressOf(file)}>{file.name}</a>
            <small>
              {file.takenOn} {file.note}
            </small>
            {project.may.keep && (
              <Button size="small" type="text" aria-label={`撤下${file.name}`} onClick={() => setOpen(file)}>
                撤下
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && <Upload project={project} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && (
        <One project={project} file={open} address={addressOf(open)} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function Upload({ project, onClose }: { readonly project: ProjectJson; onClose(): void }) {
  const take = useTakeProject();
  return (
    <Modal open title="上传照片或证明材料" footer={null} onCancel={onClose} width={520} destroyOnHidden>
      <DataForm
        label="上传"
        fields={uploadFields}
        initial={{ takenOn: today() }}
        submitText="上传"
        onCancel={onClose}
        onSubmit={async ({ file, takenOn, note }) => {
          if (!(file instanceof File)) return;
          const kind = /\.pdf$/iu.test(file.name) ? 'paper' : 'photo';
          const form = formWith(file, { kind, takenOn: textIn(takenOn), note: textIn(note) });
          // The answer of an upload is the project as it is now.
          take((await send(projectApi.addFile, { params: { projectId: project.id }, form })) as ProjectJson);
          notify('已上传。');
          onClose();
        }}
      />
    </Modal>
  );
}

interface OneProps {
  readonly project: ProjectJson;
  readonly file: ProjectFileJson;
  readonly address: string;
  onClose(): void;
}

function One({ project, file, address, onClose }: OneProps) {
  const take = useTakeProject();
  return (
    <Modal
      open
      title={file.note === '' ? file.name : file.note}
      footer={null}
      onCancel={onClose}
      width={760}
      destroyOnHidden
    >
      {file.kind === 'photo' && <img className="project-photo-large" src={address} alt={file.note || file.name} />}
      <p>
        {file.takenOn}，{file.by}上传。<a href={address}>下载原件</a>
      </p>
      {project.may.keep && (
        <DataForm
          label="撤下"
          fields={[{ input: 'text', name: 'reason', label: '撤下的理由', required: true, most: 500 }]}
          initial={{}}
          submitText="撤下"
          onCancel={onClose}
          onSubmit={async ({ reason }) => {
            const params = { projectId: project.id, fileId: file.id };
            take(await send(projectApi.removeFile, { params, body: { reason: textIn(reason) } }));
            notify('已撤下。');
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
