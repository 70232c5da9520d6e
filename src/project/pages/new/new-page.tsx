import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ProjectLikeJson, projectApi } from '../../contract.ts';
import { type Position, positionNames } from '../../domain/index.ts';
import { textIn } from '../parts/rows.tsx';
import { useTakeProject } from '../parts/use-project.ts';
import { today } from '../parts/words.ts';
import { checkFacts, factFields, factsIn } from './facts-form.ts';
import { Likes } from './likes.tsx';
import '../parts/project.css';
import '../parts/likes.css';

const route = getRouteApi('/projects/new');

const isBegun = ({ position }: Values): boolean => ['completed', 'producing', 'reached'].includes(String(position));
const fields: readonly Field[] = [
  ...factFields,
  { input: 'pick', name: 'chainId', label: '产业链', of: 'chain', width: 3 },
  { input: 'pick', name: 'unitId', label: '管理单位', of: 'unit', width: 3, help: '不选：您自己的单位。' },
  {
    ...{ input: 'choice', name: 'position', label: '到了哪一步', required: true, width: 2 },
    options: Object.entries(positionNames).map(([value, label]) => ({ value, label })),
  },
  { input: 'day', name: 'on', label: '到这一步的日期', required: true, width: 2 },
  { input: 'day', name: 'startedOn', label: '开工日期', width: 2, shown: isBegun },
  {
    input: 'text',
    name: 'evidence',
    label: '凭据',
    required: true,
    most: 300,
    help: '文件名称和文号，例如备案证、施工许可证。',
  },
];

/** Registers a project; those that may be the same are shown first. */
export function NewProjectPage() {
  const navigate = route.useNavigate();
  const take = useTakeProject();
  const mayKeep = useMay('project.keep');
  const [likes, setLikes] = useState<readonly ProjectLikeJson[]>([]);
  const [seen, setSeen] = useState(false);
  usePageTitle('登记项目');
  if (!mayKeep)
    return (
      <Empty title="不能登记项目">
        <p>您的岗位没有登记和更新项目的权限。</p>
      </Empty>
    );
  const submit = async (values: Values): Promise<void> => {
    const facts = factsIn(values);
    const found = (await send(projectApi.likenProject, { body: { facts } })).likes;
    const known = new Set(likes.map(({ id }) => id));
    const isNew = found.some(({ id }) => id !== null && !known.has(id));
    setLikes(found);
    if (found.some(({ id }) => id !== null) && (!seen || isNew)) {
      setSeen(false);
      notify('找到可能相同的项目，请先看一看。', { tone: 'bad' });
      return;
    }
    const project = await send(projectApi.registerProject, { body: { ...bodyOf(values), facts, seen: idsOf(found) } });
    take(project);
    notify('项目已登记。');
    await navigate({ to: '/projects/$projectId', params: { projectId: project.id } });
  };
  return (
    <article className="page project-page page-narrow">
      <p className="page-back">
        <Link to="/projects">全部项目</Link>
      </p>
      <h1>登记项目</h1>
      <DataForm
        label="登记项目"
        draft="new-project"
        fields={fields}
        initial={{ nature: 'new', position: 'planned', on: today() }}
        check={checkFacts}
        submitText="登记"
        onSubmit={submit}
        onCancel={() => void navigate({ to: '/projects' })}
      >
        {likes.length > 0 && <Likes likes={likes} seen={seen} onSeen={setSeen} />}
      </DataForm>
    </article>
  );
}

const idsOf = (likes: readonly ProjectLikeJson[]): string[] => likes.flatMap(({ id }) => (id === null ? [] : [id]));

function bodyOf(values: Values) {
  const position = textIn(values.position) as Position;
  const evidence = textIn(values.evidence);
  const last = { position, on: textIn(values.on), evidence };
  const startedOn = isBegun(values) ? textIn(values.startedOn) : '';
  return {
    chainId: textIn(values.chainId) === '' ? null : textIn(values.chainId),
    ...(textIn(values.unitId) !== '' && { unitId: textIn(values.unitId) }),
    position,
    steps: startedOn === '' ? [last] : [{ position: 'started' as const, on: startedOn, evidence }, last],
  };
}
