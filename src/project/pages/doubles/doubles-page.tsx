import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { PairCard } from '../../../../platform/web/pairs/pair-card.tsx';
import { type PairAct, PairDialog } from '../../../../platform/web/pairs/pair-dialog.tsx';
import { PairsPanel } from '../../../../platform/web/pairs/pairs-panel.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ProjectPairJson, pairBoxes, pairStateNames, projectApi } from '../../contract.ts';
import { stageNames } from '../../domain/index.ts';
import { reasonWords } from '../new/likes.tsx';
import { momentWords } from '../parts/words.ts';
import '../parts/project.css';
import '../parts/likes.css';

const route = getRouteApi('/projects/doubles');
const boxNames = { ...pairStateNames, all: '全部' } as const;
type Doing = { readonly pair: ProjectPairJson; readonly act: PairAct } | null;

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
  return (
    <article className="page project-page">
      <p className="page-back">
        <Link to="/projects">全部项目</Link>
      </p>
      <h1>相同项目</h1>
      <p className="pale">
        登记、修改和导入时，企业、名称、地点、内容和总投资相像的列在这里。判定为同一个的只算一次，判错了可以撤销。
      </p>
      {projectId && (
        <p>
          只看一个项目的。 <Link to="/projects/doubles">看全部</Link>
        </p>
      )}
      <PairsPanel
        id="project-pairs"
        boxes={pairBoxes.map((key) => ({ key, title: boxNames[key] }))}
        box={box}
        onBox={(key) =>
          void navigate({ search: { ...(key !== 'open' && { box: key }), ...(projectId && { projectId }) } })
        }
        page={page}
        more={found.data !== undefined && page * found.data.pageSize < found.data.total}
        onPage={(to) => void navigate({ search: { ...search, page: to } })}
        found={{ data: found.data?.rows, error: found.error, refetch: found.refetch }}
        emptyWords="没有发现重复的项目。"
      >
        {found.data?.rows.map((pair) => (
          <Pair key={pair.id} pair={pair} onDo={(act) => setDoing({ pair, act })} />
        ))}
      </PairsPanel>
      {doing !== null && <DecideDialog {...doing} onClose={() => setDoing(null)} />}
    </article>
  );
}

function Pair({ pair, onDo }: { readonly pair: ProjectPairJson; onDo(act: PairAct): void }) {
  const { first, second, decided } = pair;
  return (
    <PairCard
      label={`${first.name}和${second.name}`}
      percent={pair.score}
      reasons={reasonWords(pair.reasons)}
      decision={pair.state === 'open' ? null : pairStateNames[pair.state]}
      decided={decided && `${decided.by}，${momentWords(decided.at)}：${decided.reason}`}
      mayDecide={pair.mayDecide}
      one="个"
      onDo={onDo}
    >
      <div className="project-sides">
        {[first, second].map((side) => (
          <Side key={side.id} side={side} kept={pair.keptId === null ? null : pair.keptId === side.id} />
        ))}
      </div>
    </PairCard>
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

const changed = [projectApi.listPairs, projectApi.listProjects, projectApi.totalProjects, projectApi.readProject];

function DecideDialog({ pair, act, onClose }: NonNullable<Doing> & { onClose(): void }) {
  const client = useQueryClient();
  return (
    <PairDialog
      act={act}
      titles={{ same: '是同一个项目', other: '不是同一个项目', undo: '撤销判定' }}
      keep={{
        label: '留下哪一个',
        help: '另一个原样保留，不再计数；里面的投资也不计。',
        options: [pair.first, pair.second].map(({ id, name, unit }) => ({
          value: id,
          label: `${name}（${unit.name}）`,
        })),
      }}
      onSave={async ({ reason, keepId }) => {
        const params = { pairId: pair.id };
        const body = { revision: pair.revision, reason };
        if (act === 'undo') await send(projectApi.undoPair, { params, body });
        else if (act === 'other') await send(projectApi.decidePair, { params, body: { ...body, decision: 'other' } });
        else await send(projectApi.decidePair, { params, body: { ...body, decision: 'same', keepId } });
        for (const endpoint of changed) void client.invalidateQueries({ queryKey: keyOf(endpoint) });
        notify(act === 'undo' ? '已撤销，重新分开算。' : '已判定。');
        onClose();
      }}
      onClose={onClose}
    />
  );
}
