import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import type { Field } from '../../../../platform/web/form/model.ts';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { type ProjectJson, projectApi } from '../../contract.ts';
import { dayIn, fenIn, Rows, textIn } from '../parts/rows.tsx';
import { useChange } from '../parts/use-project.ts';
import { muWords, today } from '../parts/words.ts';

interface Props {
  readonly project: ProjectJson;
}

/** A day that passed without the thing being done is said so. */
const Late = ({ day, done }: { readonly day: string | null; readonly done: string | null }) =>
  day === null ? '—' : <span className={done === null && day < today() ? 'project-late' : undefined}>{day}</span>;

/** What the project has to go through, planned and done, against the time that an office has for it. */
export function Permits({ project }: Props) {
  const change = useChange(project);
  const norms = useQuery({
    ...queryFor(projectApi.readNorms, { query: { regionId: project.region.id } }),
    enabled: project.may.keep,
  });
  const kinds = norms.data?.content.permits ?? [];
  const fields: readonly Field[] = [
    {
      ...{ input: 'choice', name: 'kind', label: '种类', required: true, width: 3 },
      options: [...kinds.map(({ kind, name }) => ({ value: kind, label: name })), { value: 'other', label: '别的' }],
    },
    { input: 'text', name: 'name', label: '名称', most: 80, width: 3, help: '不写：用种类的名称。' },
    { input: 'day', name: 'plannedOn', label: '计划办结', width: 2 },
    { input: 'day', name: 'acceptedOn', label: '受理日期', width: 2, help: '时限从这一天算起。' },
    { input: 'day', name: 'doneOn', label: '办结日期', width: 2 },
    { input: 'text', name: 'number', label: '文号', most: 80 },
  ];
  type Permit = ProjectJson['content']['permits'][number];
  return (
    <Rows<Permit>
      title="手续"
      id="project-permits"
      word="手续"
      items={project.content.permits}
      columns={[
        {
          title: '手续',
          render: ({ name, number }) => (
            <>
              {name}
              {number !== '' && <small className="pale">{number}</small>}
            </>
          ),
        },
        { title: '计划办结', render: ({ plannedOn, doneOn }) => <Late day={plannedOn} done={doneOn} /> },
        { title: '受理', render: ({ acceptedOn }) => acceptedOn ?? '—' },
        {
          title: '时限',
          render: ({ doneOn }, at) => {
            const due = project.permitsDue[at];
            if (due === undefined || due.norm === null) return '—';
            return (
              <span title={due.source}>
                {due.norm}
                {due.dueOn !== null && (
                  <small className={doneOn === null && due.dueOn < today() ? 'project-late' : 'pale'}>
                    到 {due.dueOn}
                  </small>
                )}
                {due.unknown && <small className="pale">工作日历还没有公布，算不出</small>}
              </span>
            );
          },
        },
        { title: '办结', render: ({ doneOn }) => doneOn ?? '—' },
      ]}
      fields={fields}
      mayKeep={project.may.keep}
      empty="还没有列出要办的手续。"
      nameOf={({ name }) => name}
      valuesOf={(item) => (item === null ? {} : { ...item })}
      itemOf={(values) => {
        const kind = textIn(values.kind);
        const usual = kinds.find((each) => each.kind === kind)?.name ?? '手续';
        return {
          ...{ kind, name: textIn(values.name) === '' ? usual : textIn(values.name), number: textIn(values.number) },
          ...{ plannedOn: dayIn(values.plannedOn), acceptedOn: dayIn(values.acceptedOn), doneOn: dayIn(values.doneOn) },
        };
      }}
      onSave={(permits) => change({ permits: [...permits] })}
    />
  );
}

export function Milestones({ project }: Props) {
  const change = useChange(project);
  type Milestone = ProjectJson['content']['milestones'][number];
  return (
    <Rows<Milestone>
      title="节点"
      id="project-milestones"
      word="节点"
      items={project.content.milestones}
      columns={[
        { title: '节点', render: ({ name }) => name },
        { title: '计划', render: ({ plannedOn, doneOn }) => <Late day={plannedOn} done={doneOn} /> },
        { title: '完成', render: ({ doneOn }) => doneOn ?? '—' },
      ]}
      fields={[
        {
          input: 'text',
          name: 'name',
          label: '节点',
          required: true,
          most: 80,
          suggestions: ['主体封顶', '设备进场', '试生产'],
        },
        { input: 'day', name: 'plannedOn', label: '计划日期', width: 3 },
        { input: 'day', name: 'doneOn', label: '完成日期', width: 3 },
      ]}
      mayKeep={project.may.keep}
      empty="还没有列出节点。"
      nameOf={({ name }) => name}
      valuesOf={(item) => (item === null ? {} : { ...item })}
      itemOf={(values) => ({
        name: textIn(values.name),
        plannedOn: dayIn(values.plannedOn),
        doneOn: dayIn(values.doneOn),
      })}
      onSave={(milestones) => change({ milestones: [...milestones] })}
    />
  );
}

/** Who follows the project: each gets the work that a stuck project makes. */
export function Followers({ project }: Props) {
  const change = useChange(project);
  type Follower = ProjectJson['content']['followers'][number];
  return (
    <Rows<Follower>
      title="包联和专班"
      id="project-followers"
      word="包联"
      items={project.content.followers}
      columns={[
        { title: '角色', render: ({ role }) => role },
        { title: '谁', render: ({ name }) => name },
      ]}
      fields={[
        {
          input: 'text',
          name: 'role',
          label: '角色',
          required: true,
          most: 20,
          width: 3,
          suggestions: ['包联领导', '专班', '责任科室'],
        },
        {
          ...{ input: 'choice', name: 'kind', label: '单位还是个人', required: true, width: 3 },
          options: [
            { value: 'unit', label: '单位' },
            { value: 'person', label: '个人' },
          ],
        },
        {
          input: 'pick',
          name: 'unit',
          label: '单位',
          of: 'unit',
          required: true,
          shown: ({ kind }) => kind === 'unit',
        },
        {
          input: 'pick',
          name: 'person',
          label: '个人',
          of: 'person',
          required: true,
          shown: ({ kind }) => kind === 'person',
        },
      ]}
      mayKeep={project.may.keep}
      empty="还没有定谁包联。"
      nameOf={({ role, name }) => `${role}${name}`}
      valuesOf={(item) =>
        item === null ? { kind: 'unit' } : { role: item.role, kind: item.kind, [item.kind]: item.id }
      }
      itemOf={(values) => {
        const kind = textIn(values.kind) === 'person' ? 'person' : 'unit';
        return { kind, id: textIn(values[kind]), name: '', role: textIn(values.role) };
      }}
      onSave={(followers) => change({ followers: [...followers] })}
    />
  );
}

/** Planned investment by year; a year may be divided into its months. */
export function PlanPart({ project }: Props) {
  const change = useChange(project);
  type Year = ProjectJson['content']['plan'][number];
  const monthNames = Array.from({ length: 12 }, (_, at) => `m${at}`);
  const isDivided = ({ divided }: { readonly divided?: unknown }): boolean => divided === true;
  return (
    <Rows<Year>
      title="投资计划"
      id="project-plan"
      word="年度计划"
      items={project.content.plan}
      columns={[
        { title: '年份', render: ({ year }) => `${year}年` },
        { title: '计划', end: true, render: ({ fen }) => <Amount fen={fen} /> },
        { title: '分到月', render: ({ months }) => (months === null ? '没有' : '已分') },
      ]}
      fields={[
        { input: 'year', name: 'year', label: '年份', required: true, width: 3 },
        { input: 'money', name: 'fen', label: '全年计划', required: true, unit: 'wan', width: 3 },
        { input: 'check', name: 'divided', label: '', text: '分到各月' },
        ...monthNames.map(
          (name, at): Field => ({
            input: 'money',
            name,
            label: `${at + 1} 月`,
            unit: 'wan',
            width: 2,
            shown: isDivided,
          }),
        ),
      ]}
      mayKeep={project.may.keep}
      empty="还没有年度计划。"
      nameOf={({ year }) => `${year}年计划`}
      valuesOf={(item) =>
        item === null
          ? { year: Number(today().slice(0, 4)) }
          : {
              ...{ year: item.year, fen: item.fen, divided: item.months !== null },
              ...Object.fromEntries((item.months ?? []).map((fen, at) => [`m${at}`, fen])),
            }
      }
      itemOf={(values) => ({
        ...{ year: Number(values.year), fen: fenIn(values.fen) },
        months: isDivided(values) ? monthNames.map((name) => fenIn(values[name])) : null,
      })}
      onSave={(plan) => change({ plan: plan.toSorted((a, b) => a.year - b.year) })}
    />
  );
}

/** Land, energy and loans. */
export function MeansPart({ project }: Props) {
  const change = useChange(project);
  const { means } = project.content;
  type Loan = (typeof means.loans)[number];
  const amount = (value: number | null, unit: string): string =>
    value === null ? '没有写' : `${value.toLocaleString('zh-CN')} ${unit}`;
  return (
    <Rows<Loan>
      title="土地、用能和贷款"
      id="project-means"
      word="贷款"
      items={means.loans}
      columns={[
        { title: '银行', render: ({ bank }) => bank },
        { title: '需要', end: true, render: ({ wantedFen }) => <Amount fen={wantedFen} /> },
        { title: '批准', end: true, render: ({ grantedFen }) => <Amount fen={grantedFen} /> },
        { title: '提款', end: true, render: ({ drawnFen }) => <Amount fen={drawnFen} /> },
      ]}
      fields={[
        { input: 'text', name: 'bank', label: '银行', required: true, most: 80 },
        { input: 'money', name: 'wantedFen', label: '需要', unit: 'wan', width: 2 },
        { input: 'money', name: 'grantedFen', label: '批准', unit: 'wan', width: 2 },
        { input: 'money', name: 'drawnFen', label: '提款', unit: 'wan', width: 2 },
      ]}
      mayKeep={project.may.keep}
      empty="没有贷款。"
      nameOf={({ bank }) => bank}
      valuesOf={(item) => (item === null ? {} : { ...item })}
      itemOf={(values) => ({
        ...{ bank: textIn(values.bank), wantedFen: fenIn(values.wantedFen) },
        ...{ grantedFen: fenIn(values.grantedFen), drawnFen: fenIn(values.drawnFen) },
      })}
      onSave={(loans) => change({ means: { ...means, loans: [...loans] } })}
    >
      <Facts>
        <Fact name="用地">
          需 {muWords(means.landNeeded)}，已供 {muWords(means.landGiven)}
        </Fact>
        <Fact name="年综合能耗">{amount(means.energyTonnes, '吨标准煤')}</Fact>
        <Fact name="用电负荷">{amount(means.powerKilowatts, '千瓦')}</Fact>
      </Facts>
      {means.note !== '' && <p className="project-words">{means.note}</p>}
    </Rows>
  );
}
