import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ProjectPairJson, pairBoxes, pairStateNames, projectApi } from '../../contract.ts';
import { stageNames } from '../../domain/index.ts';
import { reasonWords } from '../new/likes.tsx';
import { textIn } from '../parts/rows.tsx';
import { momentWords } from '../parts/words.ts';
import '../parts/project.css';
import '../parts/likes.css';

const route = getRouteApi('/projects/doubles');
const panel = 'project-pairs';
const boxNames = { ...pairStateNames, all: '全部' } as const;
type Doing = { readonly pair: ProjectPairJson; readonly what: 'same' | 'other' | 'undo' } | null;

/** Projects that may be one: a person decides, and may take the decision back. */
export function DoublesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { projectId, page = 1 } = search;
  const box: (typeof pairBoxes)[number] = search.box ?? 'open';
  const [doing, setDoing] = useState<Doing>(null);
  usePageTitle('相同项目');
  const query = { box, page, ...(projectId && { projectId }) };
  const found = useQuery({ ...queryFor(projectApi.listPairs, { query }), placeholderData: keepPreviousData });
  const last = Math.max(1, Math.ceil((found.data?.total ?? 0) / (found.data?.pageSize ?? 1)));
  return (
    <article className="project-page">
      <p className="project-back">
        <Link to="/projects">全部项目</Link>
      </p>
      <h1>相同项目</h1>
      <p className="project-pale">
        登记、修改和导入时，企业、名称、地点、内容和总投资相像的列在这里。判定为同一个的只算一次，判错了可以撤销。
      </p>
      <Tabs
        label="判定结果"
        tabs={pairBoxes.map((key) => ({ key, title: boxNames[key] }))}
        chosen={box}
        onChoose={(key) =>
          void navigate({ search: { ...(key !== 'open' && { box: key }), ...(projectId && { projectId }) } })
        }
        panel={panel}
      />
      {projectId && (
        <p>
          只看一个项目的。 <Link to="/projects/doubles">看全部</Link>
        </p>
      )}
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        {found.error && found.data === undefined && (
          <Failure error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data === undefined && !found.error && <Waiting />}
        {found.data?.rows.length === 0 && (
          <Empty title={box === 'open' ? '没有待判定的' : '这里还没有'}>
            <p>没有发现重复的项目。</p>
          </Empty>
        )}
        {found.data?.rows.map((pair) => (
          <Pair key={pair.id} pair={pair} onDo={(what) => setDoing({ pair, what })} />
        ))}
        {last > 1 && (
          <nav className="project-pages" aria-label="翻页">
            <Button disabled={page <= 1} onClick={() => void navigate({ search: { ...search, page: page - 1 } })}>
              上一页
            </Button>
            <span>
              {page} / {last}
            </span>
            <Button disabled={page >= last} onClick={() => void navigate({ search: { ...search, page: page + 1 } })}>
              下一页
            </Button>
          </nav>
        )}
      </div>
      {doing !== null && <DecideDialog {...doing} onClose={() => setDoing(null)} />}
    </article>
  );
}

function Pair({ pair, onDo }: { readonly pair: ProjectPairJson; onDo(what: 'same' | 'other' | 'undo'): void }) {
  const { first, second, decided } = pair;
  const label = `${first.name}和${second.name}`;
  return (
    <section className="project-pair" aria-label={label}>
      <div className="project-pair-head">
        <b>{pair.score}%</b>
        <span>{reasonWords(pair.reasons)}</span>
        {pair.state !== 'open' && <span className="project-undecided">{pairStateNames[pair.state]}</span>}
      </div>
      <div className="project-sides">
        {[first, second].map((side) => (
          <Side key={side.id} side={side} kept={pair.keptId === null ? null : pair.keptId === side.id} />
        ))}
      </div>
      {decided !== null && (
        <p className="project-pale">
          {decided.by}，{momentWords(decided.at)}：{decided.reason}
        </p>
      )}
      {pair.mayDecide ? (
        <div className="project-buttons">
          {pair.state === 'open' ? (
            <>
              <Button type="primary" aria-label={`是同一个：${label}`} onClick={() => onDo('same')}>
                是同一个
              </Button>
              <Button aria-label={`不是同一个：${label}`} onClick={() => onDo('other')}>
                不是同一个
              </Button>
            </>
          ) : (
            <Button aria-label={`撤销判定：${label}`} onClick={() => onDo('undo')}>
              撤销判定
            </Button>
          )}
        </div>
      ) : (
        <p className="project-pale">由管两边的核定岗位判定。</p>
      )}
    </section>
  );
}

function Side({ side, kept }: { readonly side: ProjectPairJson['first']; readonly kept: boolean | null }) {
  return (
    <div className="project-side">
      <Link to="/projects/$projectId" params={{ projectId: side.id }}>
        {side.name}
      </Link>
      {kept !== null && <small className="project-undecided">{kept ? '留下' : '并入'}</small>}
      <dl>
        {(
          [
            ['企业', side.enterprise],
            ['地点', side.site === '' ? '没有写' : side.site],
            ['内容', side.scope === '' ? '没有写' : side.scope],
            ['代码', side.code ?? '没有写'],
            ['管理单位', `${side.unit.name}（${side.region.name}）`],
            ['阶段', stageNames[side.stage]],
            ['登记', side.createdOn],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>总投资</dt>
          <dd>
            <Amount fen={side.totalFen} />
            ，已完成 <Amount fen={side.doneFen} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

function DecideDialog({ pair, what, onClose }: NonNullable<Doing> & { onClose(): void }) {
  const client = useQueryClient();
  const title = { same: '是同一个项目', other: '不是同一个项目', undo: '撤销判定' }[what];
  const sides = [pair.first, pair.second];
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <DataForm
        label={title}
        fields={[
          {
            ...{ input: 'choice', name: 'keepId', label: '留下哪一个', required: true, shown: () => what === 'same' },
            help: '另一个原样保留，不再计数；里面的投资也不计。',
            options: sides.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit.name}）` })),
          },
          { input: 'long', name: 'reason', label: '理由', required: true, most: 500 },
        ]}
        initial={what === 'same' ? { keepId: pair.first.id } : {}}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async ({ keepId, reason }) => {
          const params = { pairId: pair.id };
          const body = { revision: pair.revision, reason: textIn(reason) };
          if (what === 'undo') await send(projectApi.undoPair, { params, body });
          else if (what === 'other')
            await send(projectApi.decidePair, { params, body: { ...body, decision: 'other' } });
          else
            await send(projectApi.decidePair, { params, body: { ...body, decision: 'same', keepId: textIn(keepId) } });
          for (const endpoint of [
            projectApi.listPairs,
            projectApi.listProjects,
            projectApi.totalProjects,
            projectApi.readProject,
          ])
            void client.invalidateQueries({ queryKey: keyOf(endpoint) });
          notify(what === 'undo' ? '已撤销，重新分开算。' : '已判定。');
          onClose();
        }}
      />
    </Modal>
  );
}
