import { useQuery } from '@tanstack/react-query';
import { queryFor, send } from '../../../../platform/web/api.ts';
import type { Field, Option, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { policyApi } from '../../../policy/contract.ts';
import { type EnterpriseGrantJson, type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { FormDialog, reasonField, textIn } from '../parts/dialog.tsx';
import { today } from '../parts/words.ts';
import { useTakeGrants } from './use-grants.ts';

export type GrantMode = 'add' | 'change' | 'remove';
const heads: Readonly<Record<GrantMode, string>> = {
  ...{ add: '登记奖补', change: '更正奖补', remove: '删去登记错的奖补' },
};

interface Props {
  readonly enterprise: EnterpriseJson;
  readonly mode: GrantMode;
  readonly grant: EnterpriseGrantJson | null;
  onClose(): void;
}

/** One form for what can be done with a grant. */
export function GrantDialog({ enterprise, mode, grant, onClose }: Props) {
  const take = useTakeGrants();
  const clauses = useClauses();
  const enterpriseId = enterprise.id;
  const submit = async (values: Values): Promise<void> => {
    const reason = textIn(values.reason);
    if (grant === null) {
      take(enterpriseId, await send(enterpriseApi.addGrant, { params: { enterpriseId }, body: bodyOf(values) }));
      return;
    }
    const params = { enterpriseId, grantId: grant.id };
    const { revision } = grant;
    if (mode === 'change') {
      const body = { ...bodyOf(values), revision, reason };
      take(enterpriseId, await send(enterpriseApi.changeGrant, { params, body }));
    } else take(enterpriseId, await send(enterpriseApi.removeGrant, { params, body: { revision, reason } }));
  };
  return (
    <FormDialog
      title={heads[mode]}
      width={mode === 'remove' ? 520 : 680}
      fields={[...(mode === 'remove' ? [] : grantFields(clauses)), ...(mode === 'add' ? [] : [reasonField])]}
      initial={initialOf(grant)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

/** Every clause for enterprises that the library of policies has. */
function useClauses(): readonly Option[] {
  const mayRead = useMay('policy.read');
  const offer = useQuery({ ...queryFor(policyApi.readOffer, {}), enabled: mayRead, staleTime: 300_000 });
  return (offer.data?.policies ?? []).flatMap(({ content }) =>
    content.clauses.map(({ id, title }) => ({ value: `${content.id}/${id}`, label: `${title}（${content.title}）` })),
  );
}

const grantFields = (clauses: readonly Option[]): readonly Field[] => [
  { input: 'text', name: 'title', label: '奖补事项', required: true, most: 200 },
  ...(clauses.length === 0
    ? []
    : [
        {
          ...({ input: 'choice', name: 'clause', label: '按哪一条' } as const),
          options: clauses,
          help: '政策库里有的就选，“能拿什么”里会标出已经拿过；没有的不选。',
        },
      ]),
  { input: 'text', name: 'docNumber', label: '文号', most: 80, width: 4 },
  { input: 'day', name: 'grantedOn', label: '发文日期', required: true, width: 2 },
  { input: 'money', name: 'amountFen', label: '金额', unit: 'yuan', required: true, width: 2 },
  { input: 'text', name: 'payer', label: '出资方', required: true, most: 80, width: 2, help: '几级分担的，每级一笔。' },
  { input: 'year', name: 'paidYear', label: '哪一年拨付', width: 2, help: '还没有拨付就空着。' },
  { input: 'text', name: 'source', label: '凭据', required: true, most: 300, help: '拨付文件、公示等。' },
];

const initialOf = (grant: EnterpriseGrantJson | null): Values =>
  grant === null
    ? { grantedOn: today() }
    : {
        ...{ title: grant.title, clause: grant.clause?.id ?? null, docNumber: grant.docNumber, payer: grant.payer },
        ...{ grantedOn: grant.grantedOn, amountFen: grant.amountFen, paidYear: grant.paidYear, source: grant.source },
      };

const bodyOf = (values: Values) => ({
  ...{ title: textIn(values.title), clause: typeof values.clause === 'string' ? values.clause : null },
  ...{ docNumber: textIn(values.docNumber), grantedOn: textIn(values.grantedOn), payer: textIn(values.payer) },
  ...{ amountFen: Number(values.amountFen), paidYear: values.paidYear == null ? null : Number(values.paidYear) },
  source: textIn(values.source),
});
