import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type BulletinTemplateJson, reportApi } from '../../contract.ts';
import { type BulletinKind, bulletinKindNames, bulletinKinds } from '../../domain/index.ts';
import { PaperTag } from '../parts/state-tag.tsx';
import { momentWords, sizeWords } from '../parts/words.ts';
import { FieldTable } from './field-table.tsx';
import '../bulletins.css';
import '../paper/paper.css';

const route = getRouteApi('/bulletins/templates');

const take = (address: string): void =>
  void download(address).catch((error: unknown) => notify(sentencesOf(error).join(''), { tone: 'bad' }));

/** Templates of the office with their versions, those that come along, and the fields that they may call. */
export function TemplatesPage() {
  usePageTitle('文稿模板');
  const { paper } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const mayKeep = useMay('report.template');
  const templates = useQuery(queryFor(reportApi.listTemplates, {}));
  const [sending, setSending] = useState<BulletinTemplateJson | 'new' | null>(null);
  const changed = (): void => void client.invalidateQueries({ queryKey: keyOf(reportApi.listTemplates) });
  return (
    <div className="page bulletins-page">
      <div className="bulletins-head">
        <h1>文稿模板</h1>
        {mayKeep && (
          <Button type="primary" icon={<UploadOutlined aria-hidden="true" />} onClick={() => setSending('new')}>
            上传模板
          </Button>
        )}
      </div>
      <p className="bulletins-under">
        模板是带字段的 Word 文件。先下载随程序带来的，在 Word 里改版式和文字，保留花括号里的字段，再传上来。
      </p>
      <section aria-labelledby="templates-usual">
        <h2 id="templates-usual">随程序带来的</h2>
        <p className="templates-usual">
          {bulletinKinds.map((kind) => (
            <Button
              key={kind}
              icon={<DownloadOutlined aria-hidden="true" />}
              onClick={() => take(addressFor(reportApi.downloadUsualTemplate, { kind }))}
            >
              {bulletinKindNames[kind]}模板
            </Button>
          ))}
        </p>
      </section>
      <section aria-labelledby="templates-own">
        <h2 id="templates-own">本单位的</h2>
        {templates.error ? (
          <Failure error={templates.error} onRetry={() => void templates.refetch()} />
        ) : templates.data === undefined ? (
          <Waiting lines={3} />
        ) : templates.data.templates.length === 0 ? (
          <Empty title="还没有自己的模板">
            <p>没有上传时，文稿按随程序带来的模板印，版式照 GB/T 9704-2012。</p>
          </Empty>
        ) : (
          <ul className="templates-list">
            {templates.data.templates.map((template) => (
              <TemplateCard
                key={template.id}
                template={template}
                onChanged={changed}
                onSend={() => setSending(template)}
              />
            ))}
          </ul>
        )}
      </section>
      <FieldTable
        paper={paper}
        onPaper={(next) => void navigate({ search: next === undefined ? {} : { paper: next } })}
      />
      {sending !== null && (
        <SendTemplate
          template={sending === 'new' ? null : sending}
          onClose={() => setSending(null)}
          onDone={() => {
            setSending(null);
            changed();
          }}
        />
      )}
    </div>
  );
}

interface CardProps {
  readonly template: BulletinTemplateJson;
  onChanged(): void;
  onSend(): void;
}

function TemplateCard({ template, onChanged, onSend }: CardProps) {
  const { id, name, kind, current, retired, mine, versions, revision } = template;
  const change = async (body: { current?: number; retired?: boolean }): Promise<void> => {
    try {
      await send(reportApi.changeTemplate, { params: { templateId: id }, body: { revision, ...body } });
      notify('已改。');
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    }
    onChanged();
  };
  return (
    <li>
      <div className="templates-head">
        <b>{name}</b>
        <span>{bulletinKindNames[kind]}</span>
        {retired && <PaperTag>已停用</PaperTag>}
        {mine && (
          <span className="paper-buttons">
            <Select
              size="small"
              aria-label={`${name}用第几版`}
              value={current}
              onChange={(next: number) => void change({ current: next })}
              options={versions.map(({ version }) => ({ value: version, label: `用第 ${version} 版` }))}
            />
            <Button size="small" onClick={onSend}>
              上传新一版
            </Button>
            <Button size="small" onClick={() => void change({ retired: !retired })}>
              {retired ? '重新启用' : '停用'}
            </Button>
          </span>
        )}
      </div>
      <ol className="paper-list">
        {versions.map(({ version, fileName, size, note, at, by }) => (
          <li key={version}>
            第 {version} 版{' '}
            <Button
              size="small"
              type="link"
              onClick={() => take(addressFor(reportApi.downloadTemplate, { templateId: id, version }))}
            >
              {fileName}
            </Button>
            <small>
              {sizeWords(size)}，{by}，{momentWords(at)}
            </small>
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </li>
  );
}

interface SendProps {
  readonly template: BulletinTemplateJson | null;
  onDone(): void;
  onClose(): void;
}

const file: Field = {
  ...{ input: 'file', name: 'file', label: 'Word 文件', required: true, endings: ['.docx'] as const },
  help: '上传时检查每个字段；有错就指出在哪里，什么也不存。',
};

const naming: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 60, width: 3 },
  {
    ...{ input: 'choice', name: 'kind', label: '用于', required: true, width: 3 },
    options: bulletinKinds.map((value) => ({ value, label: bulletinKindNames[value] })),
  },
];
const note: Field = { input: 'text', name: 'note', label: '改了什么', most: 300 };

function SendTemplate({ template, onDone, onClose }: SendProps) {
  const fields = [...(template === null ? naming : []), file, note];
  const title = template === null ? '上传模板' : `上传“${template.name}”的新一版`;
  return (
    <Modal open title={title} footer={null} width={600} keyboard={false} onCancel={onClose}>
      <DataForm
        label={title}
        fields={fields}
        initial={{ kind: 'bulletin' satisfies BulletinKind }}
        submitText="上传"
        onCancel={onClose}
        onSubmit={async ({ file: sent, name, kind, note: words }) => {
          if (!(sent instanceof File)) return;
          const form = new FormData();
          const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
          form.set('name', text(name));
          form.set('kind', text(kind));
          form.set('note', text(words));
          if (template !== null) form.set('templateId', template.id);
          form.set('file', sent);
          await send(reportApi.uploadTemplate, { form });
          notify('已上传，检查通过。');
          onDone();
        }}
      />
    </Modal>
  );
}
