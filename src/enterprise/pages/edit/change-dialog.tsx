import { send } from '../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { FormDialog, reasonField, textIn } from '../parts/dialog.tsx';
import { useEnterpriseChanged, useTakeEnterprise } from '../parts/use-enterprise.ts';
import { changedParts, today } from '../parts/words.ts';
import { contentFields, contentIn, contentValues } from './content-form.tsx';

/** `change`: it became other on a day; `correct`: it was noted wrongly; `ask`: the enterprise asks for a change. */
export type ChangeMode = 'change' | 'correct' | 'ask';

const titles: Readonly<Record<ChangeMode, string>> = { change: '变更', correct: '更正', ask: '申请变更' };
const hints: Readonly<Record<ChangeMode, string>> = {
  change: '企业从某一天起变了，例如改名、搬迁、换法定代表人。以前的样子留在历史里。',
  correct: '登记时写错了。历史里也一起改正，不算企业发生了变化。',
  ask: '改好要变的几项，写明理由。主管部门逐项核定以后生效。',
};

const holdsFrom: Field = { input: 'day', name: 'holdsFrom', label: '从哪一天起', required: true, width: 3 };

/** What a change says that changes nothing. */
const nothing = [{ name: null, sentence: '没有改动。请先改要变的几项。' }];

interface Props {
  readonly enterprise: EnterpriseJson;
  readonly mode: ChangeMode;
  onClose(): void;
}

/** One form for the three ways in which an entry becomes other. */
export function ChangeDialog({ enterprise, mode, onClose }: Props) {
  const take = useTakeEnterprise();
  const changed = useEnterpriseChanged();
  const editor = mode === 'ask' ? 'own' : 'office';
  const params = { enterpriseId: enterprise.id };
  const changes = (values: Values) => changedParts(enterprise.content, contentIn(values, editor));
  const submit = async (values: Values): Promise<void> => {
    const { revision } = enterprise;
    const [change, reason, from] = [changes(values), textIn(values.reason), textIn(values.holdsFrom)];
    if (mode === 'correct')
      take(await send(enterpriseApi.correctEnterprise, { params, body: { revision, change, reason } }));
    else if (mode === 'change') {
      const body = { revision, change, holdsFrom: from, ...(reason !== '' && { reason }) };
      take(await send(enterpriseApi.changeEnterprise, { params, body }));
    } else {
      await send(enterpriseApi.askChange, { params, body: { revision, changes: change, holdsFrom: from, reason } });
      changed();
    }
  };
  return (
    <FormDialog
      title={titles[mode]}
      width={760}
      fields={[
        ...(mode === 'correct' ? [] : [holdsFrom]),
        ...contentFields(editor, enterprise.id),
        { ...reasonField, required: mode !== 'change' } as Field,
      ]}
      initial={{ ...contentValues(enterprise.content), holdsFrom: today() }}
      check={(values) => (Object.keys(changes(values)).length === 0 ? nothing : [])}
      submitText={mode === 'ask' ? '提交申请' : '保存'}
      done={mode === 'ask' ? '申请已提交。' : '已保存。'}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="pale">{hints[mode]}</p>
    </FormDialog>
  );
}
