import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { keyOf, queryFor, send } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { collectionApi, type FormJson, formStateNames } from '../../../contract.ts';
import { periodWords } from '../../../domain/wording/period.ts';
import { FormFacts } from './form-facts.tsx';
import { faultsOfForm, formFieldsOf } from './form-fields.tsx';
import { FormState } from './form-state.tsx';
import { periodAt } from './timing.ts';
import { contentOf, usualValues, valuesOf } from './values.ts';
import '../../library/indicators.css';
import './forms.css';

const route = getRouteApi('/forms/$formId');
const todayHere = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** A form that is not there yet. */
export function NewFormPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle('新建填报表');
  const today = todayHere();
  return (
    <div className="page indicator-page form-page">
      <Back />
      <h1>新建填报表</h1>
      <p className="form-note">保存以后是草稿，启用了才会生成各单位要填的表。</p>
      <DataForm
        label="填报表"
        fields={formFieldsOf(today)}
        initial={usualValues(periodAt(today, 'month'))}
        check={faultsOfForm}
        draft="indicator.form.new"
        submitText="保存"
        onCancel={() => void navigate({ to: '/forms', search: {} })}
        onSubmit={async (values) => {
          const form = await send(collectionApi.createForm, { body: contentOf(values) });
          await client.invalidateQueries({ queryKey: keyOf(collectionApi.listForms) });
          notify('填报表已保存，是草稿。');
          await navigate({ to: '/forms/$formId', params: { formId: form.id } });
        }}
      />
    </div>
  );
}

/** One form: changed, opened, closed and copied by those who may; read by everybody else. */
export function FormPage() {
  const { formId } = route.useParams();
  const form = useQuery({ ...queryFor(collectionApi.readForm, { params: { formId } }), refetchOnWindowFocus: false });
  usePageTitle(form.data?.name ?? '填报表');
  if (form.error && form.data === undefined) return <Failure error={form.error} onRetry={() => void form.refetch()} />;
  if (form.data === undefined) return <Waiting lines={10} />;
  return <Form key={formId} form={form.data} />;
}

function Form({ form }: { readonly form: FormJson }) {
  const client = useQueryClient();
  const params = { formId: form.id };
  const changed = async (next: FormJson): Promise<void> => {
    client.setQueryData(queryFor(collectionApi.readForm, { params: { formId: next.id } }).queryKey, next);
    for (const endpoint of [collectionApi.listForms, collectionApi.readBoard, collectionApi.listSheets])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  return (
    <div className="page indicator-page form-page">
      <Back />
      <header className="form-head">
        <h1>
          {form.name} <span className={`form-state form-state-${form.state}`}>{formStateNames[form.state]}</span>
        </h1>
        <FormState form={form} onChanged={changed} />
      </header>
      <p className="form-note">{holdsFrom(form)}</p>
      {form.mayDefine ? (
        <DataForm
          key={form.revision}
          label="填报表"
          fields={formFieldsOf(todayHere())}
          initial={valuesOf(form)}
          check={faultsOfForm}
          submitText="保存修改"
          onSubmit={async (values) => {
            const body = { revision: form.revision, content: contentOf(values) };
            await changed(await send(collectionApi.changeForm, { params, body }));
            notify('修改已保存。');
          }}
        />
      ) : (
        <FormFacts form={form} />
      )}
    </div>
  );
}

const Back = () => (
  <p className="form-back">
    <Link to="/forms" search={{}}>
      回到填报表清单
    </Link>
  </p>
);

/** From when on a change counts: sheets that are there already stay as they are. */
function holdsFrom({ state, periods, nextOpening, mayDefine }: FormJson): string {
  if (state === 'draft') return mayDefine ? '还是草稿：启用以后才会生成各单位要填的表。' : '还是草稿，没有启用。';
  if (state === 'closed') return '已停用：不再生成新的表，已有的表还能填完和审核。';
  const next =
    nextOpening === null
      ? ''
      : `下一期是 ${periodWords(nextOpening.period)}，${nextOpening.opensOn} 开始填，${nextOpening.dueOn} 截止。`;
  const made = periods[0] === undefined ? '' : `已经生成到 ${periodWords(periods[0])}。`;
  const holds = nextOpening === null ? '' : `改了指标、单位和检查，从 ${periodWords(nextOpening.period)}起生效。`;
  return `${made}${next}${mayDefine && periods.length > 0 ? holds : ''}`;
}
