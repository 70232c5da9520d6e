import { send } from '../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { type EnterpriseFileJson, type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { FormDialog, reasonField, textIn } from './dialog.tsx';
import { useTakeEnterprise } from './use-enterprise.ts';

interface DialogProps {
  readonly enterprise: EnterpriseJson;
  /** One that is to be taken out of sight or sent back, or a new one. */
  readonly file: EnterpriseFileJson | 'new';
  /** What a new one shows; left out: that is chosen. */
  readonly about?: string;
  /** A paper of the enterprise is sent back to it, not only taken out of sight. */
  readonly back?: boolean;
  onClose(): void;
}

/** Sends a paper, or takes one away with the reason. The enterprise sends its own; the office has to agree to those. */
export function PaperDialog({ enterprise, file, about, back = false, onClose }: DialogProps) {
  const take = useTakeEnterprise();
  const isNew = file === 'new';
  const enterpriseId = enterprise.id;
  const asOffice = enterprise.may.keep;
  const submit = async (values: Values): Promise<void> => {
    if (!isNew) {
      const params = { enterpriseId, fileId: file.id };
      const reason = textIn(values.reason);
      take(
        back
          ? await send(enterpriseApi.agreeToFile, { params, body: { agree: false, reason } })
          : await send(enterpriseApi.removeFile, { params, body: { reason } }),
      );
    } else if (values.file instanceof File) {
      const form = formWith(values.file, { about: about ?? textIn(values.about) });
      const endpoint = asOffice ? enterpriseApi.addFile : enterpriseApi.sendOwnFile;
      // The answer of an upload is the enterprise as it is now.
      take((await send(endpoint, { params: { enterpriseId }, form })) as EnterpriseJson);
    }
  };
  const verb = back ? '退回' : '撤下';
  return (
    <FormDialog
      title={isNew ? '上传材料' : `${verb}${file.name}`}
      fields={isNew ? [fileField, ...(about === undefined ? [aboutField(enterprise)] : [])] : [reasonField]}
      initial={isNew ? { about: 'enterprise' } : {}}
      submitText={isNew ? '上传' : verb}
      done={isNew ? (asOffice ? '已上传。' : '已上传，等主管部门认可。') : `已${verb}。`}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

const endings = ['.pdf', '.jpg', '.jpeg', '.png', '.webp'] as const;
const fileField: Field = { input: 'file', name: 'file', label: '文件', required: true, endings };

const aboutField = ({ allTitles, figures }: EnterpriseJson): Field => ({
  ...{ input: 'choice', name: 'about', label: '说明什么', required: true },
  options: [
    { value: 'enterprise', label: '企业基本情况' },
    ...allTitles.map(({ id, kind, givenOn }) => ({ value: `title:${id}`, label: `${kind.name}（${givenOn}）` })),
    ...figures.map(({ period }) => ({ value: `figures:${period}`, label: `${period} 的数据` })),
  ],
});
