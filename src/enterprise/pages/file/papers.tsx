import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { type EnterpriseFileJson, type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { FormDialog, reasonField, textIn } from '../parts/dialog.tsx';
import { useTakeEnterprise } from '../parts/use-enterprise.ts';
import { momentWords } from '../parts/words.ts';

/** Papers that show something: a licence, a certificate, an audit. They are saved, never opened here. */
export function Papers({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const [open, setOpen] = useState<EnterpriseFileJson | 'new' | null>(null);
  const { files, may, asOf, id } = enterprise;
  const mayKeep = may.keep && asOf === null;
  return (
    <>
      {files.length === 0 && <p className="enterprise-pale">还没有证明材料。</p>}
      <ul className="enterprise-list">
        {files.map((file) => (
          <li key={file.id}>
            <a href={addressFor(enterpriseApi.readFile, { enterpriseId: id, fileId: file.id })}>{file.name}</a>
            <span>{aboutWords(file.about, enterprise)}</span>
            <small>
              {file.by}，{momentWords(file.at)}
            </small>
            {mayKeep && (
              <Button size="small" type="text" aria-label={`撤下${file.name}`} onClick={() => setOpen(file)}>
                撤下
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayKeep && (
        <p>
          <Button size="small" onClick={() => setOpen('new')}>
            上传材料
          </Button>
        </p>
      )}
      {open !== null && <PaperDialog enterprise={enterprise} file={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What a paper shows, in words. */
function aboutWords(about: string, { allTitles }: EnterpriseJson): string {
  const [what, of = ''] = about.split(':');
  if (what === 'title') return allTitles.find(({ id }) => id === of)?.kind.name ?? '称号';
  if (what === 'figures') return `${of} 的数据`;
  return what === 'request' ? '变更申请' : '企业基本情况';
}

interface DialogProps {
  readonly enterprise: EnterpriseJson;
  readonly file: EnterpriseFileJson | 'new';
  onClose(): void;
}

function PaperDialog({ enterprise, file, onClose }: DialogProps) {
  const take = useTakeEnterprise();
  const isNew = file === 'new';
  const submit = async (values: Values): Promise<void> => {
    const enterpriseId = enterprise.id;
    if (!isNew) {
      const params = { enterpriseId, fileId: file.id };
      take(await send(enterpriseApi.removeFile, { params, body: { reason: textIn(values.reason) } }));
    } else if (values.file instanceof File) {
      const form = formWith(values.file, { about: textIn(values.about) });
      // The answer of an upload is the enterprise as it is now.
      take((await send(enterpriseApi.addFile, { params: { enterpriseId }, form })) as EnterpriseJson);
    }
  };
  return (
    <FormDialog
      title={isNew ? '上传材料' : `撤下${file.name}`}
      fields={isNew ? uploadFields(enterprise) : [reasonField]}
      initial={isNew ? { about: 'enterprise' } : {}}
      submitText={isNew ? '上传' : '撤下'}
      done={isNew ? '已上传。' : '已撤下。'}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

const uploadFields = ({ allTitles, figures }: EnterpriseJson): readonly Field[] => [
  { input: 'file', name: 'file', label: '文件', required: true, endings: ['.pdf', '.jpg', '.jpeg', '.png', '.webp'] },
  {
    ...{ input: 'choice', name: 'about', label: '说明什么', required: true },
    options: [
      { value: 'enterprise', label: '企业基本情况' },
      ...allTitles.map(({ id, kind, givenOn }) => ({ value: `title:${id}`, label: `${kind.name}（${givenOn}）` })),
      ...figures.map(({ period }) => ({ value: `figures:${period}`, label: `${period} 的数据` })),
    ],
  },
];
