import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, OwnInput, Values } from '../../../../platform/web/form/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type BulletinChoicesJson, reportApi } from '../../contract.ts';
import { type BulletinKind, bulletinKindNames, bulletinKinds, isOfUnit } from '../../domain/index.ts';
import { UnitInput } from './unit-input.tsx';
import '../bulletins.css';
import '../paper/paper.css';

const route = getRouteApi('/bulletins/new');

/** Which paper, about which dispatch, by which template; then it is written by itself. */
export function NewBulletinPage() {
  usePageTitle('写文稿');
  const { cycle } = route.useSearch();
  const navigate = route.useNavigate();
  const choices = useQuery(queryFor(reportApi.readChoices, {}));
  if (choices.error) return <Failure error={choices.error} onRetry={() => void choices.refetch()} />;
  if (choices.data === undefined) return <Waiting />;
  const { data } = choices;
  const known = data.cycles.find(({ id }) => id === cycle) ?? data.cycles[0];
  return (
    <div className="page bulletins-page bulletins-new">
      <h1>写文稿</h1>
      {known === undefined ? (
        <Empty title="还没有冻结的调度">
          <p>
            文稿只用冻结的数。请先在
            <Link to="/dispatch" search={{}}>
              调度
            </Link>
            里完成一次调度并冻结，再来写。
          </p>
        </Empty>
      ) : (
        <DataForm
          label="写文稿"
          fields={fieldsOf(data)}
          initial={{ kind: 'bulletin', cycleId: known.id, templateId: '', sign: signFor(data, 'bulletin') }}
          submitText="生成文稿"
          onCancel={() => void navigate({ to: '/bulletins' })}
          onSubmit={async (values) => {
            const made = await send(reportApi.composeBulletin, { body: bodyOf(values) });
            notify('已生成。请核对，需要时修改。');
            await navigate({ to: '/bulletins/$bulletinId', params: { bulletinId: made.id } });
          }}
        />
      )}
    </div>
  );
}

const kindOf = ({ kind }: Values): BulletinKind => bulletinKinds.find((each) => each === kind) ?? 'bulletin';
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function fieldsOf(choices: BulletinChoicesJson): readonly Field[] {
  const { cycles, templates, signs } = choices;
  return [
    {
      ...{ input: 'choice', name: 'kind', label: '种类', required: true, width: 3 },
      options: bulletinKinds.map((value) => ({ value, label: bulletinKindNames[value] })),
    },
    {
      ...{ input: 'choice', name: 'cycleId', label: '哪一次调度', required: true, width: 3 },
      help: '只列冻结了的；上期和上年同期由程序自动找来比较。',
      options: cycles.map(({ id, title, regionName, chainName }) => ({
        ...{ value: id, label: `${regionName}${chainName ?? ''} ${title}` },
      })),
    },
    {
      ...{ input: 'own', name: 'unitId', label: '责任单位', required: true, width: 3 },
      shown: (values) => isOfUnit(kindOf(values)),
      help: '超期多的在前。督办函只能发给有超期责任的单位。',
      render: (given: OwnInput) => <UnitInput {...given} cycleId={text(given.values.cycleId)} />,
    },
    {
      ...{ input: 'day', name: 'replyBy', label: '回复期限', width: 3 },
      shown: (values) => kindOf(values) === 'letter',
    },
    {
      ...{ input: 'text', name: 'sign', label: '机关代字', required: true, width: 3, most: 12, complete: 'off' },
      suggestions: [...new Set(signs.map(({ sign }) => sign))],
      help: '例如“临链办通”。签发时按代字和年份编文号，不会重复。',
    },
    {
      ...{ input: 'choice', name: 'templateId', label: '模板', width: 3 },
      options: [
        { value: '', label: '随程序带来的模板（GB/T 9704-2012）' },
        ...templates.map(({ id, name, kind, version }) => ({
          ...{ value: id, label: `${name}（${bulletinKindNames[kind]}，第 ${version} 版）` },
        })),
      ],
    },
  ];
}

const signFor = ({ signs }: BulletinChoicesJson, kind: BulletinKind): string =>
  (signs.find((each) => each.kind === kind) ?? signs[0])?.sign ?? '';

function bodyOf(values: Values) {
  const kind = kindOf(values);
  const template = text(values.templateId);
  return {
    ...{ kind, cycleId: text(values.cycleId), sign: text(values.sign) },
    ...(isOfUnit(kind) && { unitId: text(values.unitId) || null }),
    ...(kind === 'letter' && { replyBy: text(values.replyBy) || null }),
    templateId: template === '' ? null : template,
  };
}
