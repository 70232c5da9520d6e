import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { PairCard } from '../../../../platform/web/pairs/pair-card.tsx';
import { type PairAct, PairDialog } from '../../../../platform/web/pairs/pair-dialog.tsx';
import { PairsPanel } from '../../../../platform/web/pairs/pairs-panel.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type EnterprisePairJson,
  enterpriseApi,
  type MergedPart,
  mergedParts,
  pairBoxes,
  pairStateNames,
  partNames,
} from '../../contract.ts';
import { reasonWords } from '../../domain/double/reasons.ts';
import { scaleNames, stateNames } from '../../domain/model/index.ts';
import './doubles.css';

const route = getRouteApi('/enterprises/doubles');
const boxNames = { ...pairStateNames, all: '全部' } as const;
type Doing = { readonly pair: EnterprisePairJson; readonly act: PairAct } | null;
type Side = EnterprisePairJson['first'];

/** Enterprises that may be one, side by side: a person decides, and may take the decision back. */
export function DoublesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { enterpriseId, page = 1 } = search;
  const box: (typeof pairBoxes)[number] = search.box ?? 'open';
  const [doing, setDoing] = useState<Doing>(null);
  usePageTitle('疑似重复');
  const query = { box, page, ...(enterpriseId && { enterpriseId }) };
  const found = useQuery({ ...queryFor(enterpriseApi.listPairs, { query }), placeholderData: keepPreviousData });
  return (
    <article className="page">
      <h1>疑似重复</h1>
      <p className="pale">
        代码、名称、地址、法定代表人相像的企业列在这里。判定为同一户的合并成一户，称号、数据、联系人和材料都并过去；判错了可以撤销。
      </p>
      <PairsPanel
        id="enterprise-pairs"
        boxes={pairBoxes.map((key) => ({ key, title: boxNames[key] }))}
        box={box}
        onBox={(key) =>
          void navigate({ search: { ...(key !== 'open' && { box: key }), ...(enterpriseId && { enterpriseId }) } })
        }
        page={page}
        more={found.data?.capped === true}
        onPage={(to) => void navigate({ search: { ...search, page: to } })}
        found={{ data: found.data?.rows, error: found.error, refetch: found.refetch }}
        emptyWords="导入企业以后，相像的会列在这里。"
      >
        {found.data?.rows.map((pair) => (
          <Pair key={pair.id} pair={pair} onDo={(act) => setDoing({ pair, act })} />
        ))}
      </PairsPanel>
      {doing !== null && <DecideDialog {...doing} onClose={() => setDoing(null)} />}
    </article>
  );
}

/** What stands in a part, in words. */
function writtenIn(side: Side, part: MergedPart): string {
  switch (part) {
    case 'regionId':
      return side.region.name;
    case 'products':
      return side.products.join('、');
    case 'scale':
      return side.scale === null ? '' : (scaleNames[side.scale as keyof typeof scaleNames] ?? side.scale);
    case 'state':
      return stateNames[side.state as keyof typeof stateNames] ?? side.state;
    case 'capitalFen':
      return side.capitalFen === null ? '' : `${side.capitalFen / 1_000_000} 万元`;
    default:
      return side[part] ?? '';
  }
}

function Pair({ pair, onDo }: { readonly pair: EnterprisePairJson; onDo(act: PairAct): void }) {
  const { first, second, decided } = pair;
  return (
    <PairCard
      label={`${first.name}和${second.name}`}
      percent={Math.round(pair.score / 10)}
      reasons={reasonWords(pair.reasons)}
      decision={pair.state === 'open' ? null : pairStateNames[pair.state]}
      decided={decided && `${decided.by}：${decided.reason}`}
      mayDecide={pair.mayDecide}
      one="户"
      onDo={onDo}
    >
      <table className="doubles-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {[first, second].map((side) => (
              <th scope="col" key={side.id}>
                <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: side.id }}>
                  {side.name}
                </Link>
                {pair.keptId !== null && <small>{pair.keptId === side.id ? '留下' : '并入'}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mergedParts
            .filter((part) => writtenIn(first, part) !== '' || writtenIn(second, part) !== '')
            .map((part) => {
              const differs = writtenIn(first, part) !== writtenIn(second, part);
              return (
                <tr key={part} className={differs ? 'doubles-differs' : undefined}>
                  <th scope="row">
                    {partNames[part]}
                    {differs && <small>不同</small>}
                  </th>
                  {[first, second].map((side) => (
                    <td key={side.id}>{writtenIn(side, part) === '' ? '没有写' : writtenIn(side, part)}</td>
                  ))}
                </tr>
              );
            })}
        </tbody>
      </table>
    </PairCard>
  );
}

const changed = [
  enterpriseApi.listPairs,
  enterpriseApi.listEnterprises,
  enterpriseApi.totalEnterprises,
  enterpriseApi.readEnterprise,
];

function DecideDialog({ pair, act, onClose }: NonNullable<Doing> & { onClose(): void }) {
  const client = useQueryClient();
  const { first, second } = pair;
  const differing = mergedParts.filter((part) => writtenIn(first, part) !== writtenIn(second, part));
  return (
    <PairDialog
      act={act}
      titles={{ same: '是同一户', other: '不是同一户', undo: '撤销判定' }}
      keep={{
        label: '留下哪一户',
        help: '另一户并进来，原样保留，不再计数；它的名称以后也找得到。',
        options: [first, second].map(({ id, name, code }) => ({
          value: id,
          label: `${name}（${code ?? '没有代码'}）`,
        })),
      }}
      fields={differing.map((part) => ({
        ...{ input: 'choice' as const, name: part, label: partNames[part], required: true },
        options: [first, second].map((side) => ({
          value: side.id,
          label: writtenIn(side, part) === '' ? '没有写' : writtenIn(side, part),
        })),
      }))}
      initial={Object.fromEntries(
        differing.map((part) => [part, writtenIn(first, part) === '' ? second.id : first.id]),
      )}
      onSave={async ({ reason, keepId, values }) => {
        const params = { pairId: pair.id };
        const body = { revision: pair.revision, reason };
        const take = differing.filter((part) => values[part] !== keepId);
        if (act === 'undo') await send(enterpriseApi.undoPair, { params, body });
        else if (act === 'other')
          await send(enterpriseApi.decidePair, { params, body: { ...body, decision: 'other' } });
        else await send(enterpriseApi.decidePair, { params, body: { ...body, decision: 'same', keepId, take } });
        for (const endpoint of changed) void client.invalidateQueries({ queryKey: keyOf(endpoint) });
        notify(act === 'undo' ? '已撤销，两户重新分开。' : '已判定。');
        onClose();
      }}
      onClose={onClose}
    />
  );
}
