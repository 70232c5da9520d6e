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
const panel = 'enterprise-pairs';
const boxNames = { ...pairStateNames, all: '全部' } as const;
type Doing = { readonly pair: EnterprisePairJson; readonly what: 'same' | 'other' | 'undo' } | null;
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
    <article className="doubles-page">
      <h1>疑似重复</h1>
      <p className="doubles-pale">
        代码、名称、地址、法定代表人相像的企业列在这里。判定为同一户的合并成一户，称号、数据、联系人和材料都并过去；判错了可以撤销。
      </p>
      <Tabs
        label="判定结果"
        tabs={pairBoxes.map((key) => ({ key, title: boxNames[key] }))}
        chosen={box}
        onChoose={(key) =>
          void navigate({ search: { ...(key !== 'open' && { box: key }), ...(enterpriseId && { enterpriseId }) } })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        {found.error && found.data === undefined && (
          <Failure error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data === undefined && !found.error && <Waiting />}
        {found.data?.rows.length === 0 && (
          <Empty title={box === 'open' ? '没有待判定的' : '这里还没有'}>
            <p>导入企业以后，相像的会列在这里。</p>
          </Empty>
        )}
        {found.data?.rows.map((pair) => (
          <Pair key={pair.id} pair={pair} onDo={(what) => setDoing({ pair, what })} />
        ))}
        {(page > 1 || found.data?.capped === true) && (
          <nav className="doubles-buttons" aria-label="翻页">
            <Button disabled={page <= 1} onClick={() => void navigate({ search: { ...search, page: page - 1 } })}>
              上一页
            </Button>
            <span>第 {page} 页</span>
            <Button
              disabled={found.data?.capped !== true}
              onClick={() => void navigate({ search: { ...search, page: page + 1 } })}
            >
              下一页
            </Button>
          </nav>
        )}
      </div>
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

function Pair({ pair, onDo }: { readonly pair: EnterprisePairJson; onDo(what: 'same' | 'other' | 'undo'): void }) {
  const { first, second, decided } = pair;
  const label = `${first.name}和${second.name}`;
  return (
    <section className="doubles-pair" aria-label={label}>
      <div className="doubles-head">
        <b>{Math.round(pair.score / 10)}%</b>
        <span>{reasonWords(pair.reasons)}</span>
        {pair.state !== 'open' && <span className="doubles-pale">{pairStateNames[pair.state]}</span>}
      </div>
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
      {decided !== null && (
        <p className="doubles-pale">
          {decided.by}：{decided.reason}
        </p>
      )}
      {pair.mayDecide ? (
        <div className="doubles-buttons">
          {pair.state === 'open' ? (
            <>
              <Button type="primary" aria-label={`是同一户：${label}`} onClick={() => onDo('same')}>
                是同一户
              </Button>
              <Button aria-label={`不是同一户：${label}`} onClick={() => onDo('other')}>
                不是同一户
              </Button>
            </>
          ) : (
            <Button aria-label={`撤销判定：${label}`} onClick={() => onDo('undo')}>
              撤销判定
            </Button>
          )}
        </div>
      ) : (
        <p className="doubles-pale">由管两边的核定岗位判定。</p>
      )}
    </section>
  );
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function DecideDialog({ pair, what, onClose }: NonNullable<Doing> & { onClose(): void }) {
  const client = useQueryClient();
  const title = { same: '是同一户', other: '不是同一户', undo: '撤销判定' }[what];
  const { first, second } = pair;
  const differing = mergedParts.filter((part) => writtenIn(first, part) !== writtenIn(second, part));
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={620} destroyOnHidden>
      <DataForm
        label={title}
        fields={[
          {
            ...{
              input: 'choice' as const,
              name: 'keepId',
              label: '留下哪一户',
              required: true,
              shown: () => what === 'same',
            },
            help: '另一户并进来，原样保留，不再计数；它的名称以后也找得到。',
            options: [first, second].map(({ id, name, code }) => ({
              value: id,
              label: `${name}（${code ?? '没有代码'}）`,
            })),
          },
          ...(what === 'same' ? differing : []).map((part) => ({
            ...{ input: 'choice' as const, name: part, label: partNames[part], required: true },
            options: [first, second].map((side) => ({
              value: side.id,
              label: writtenIn(side, part) === '' ? '没有写' : writtenIn(side, part),
            })),
          })),
          { input: 'long' as const, name: 'reason', label: '理由', required: true, most: 500 },
        ]}
        initial={
          what === 'same'
            ? {
                keepId: first.id,
                ...Object.fromEntries(
                  differing.map((part) => [part, writtenIn(first, part) === '' ? second.id : first.id]),
                ),
              }
            : {}
        }
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          const params = { pairId: pair.id };
          const body = { revision: pair.revision, reason: textIn(values.reason) };
          const keepId = textIn(values.keepId);
          const take = differing.filter((part) => textIn((values as Record<string, unknown>)[part]) !== keepId);
          if (what === 'undo') await send(enterpriseApi.undoPair, { params, body });
          else if (what === 'other')
            await send(enterpriseApi.decidePair, { params, body: { ...body, decision: 'other' } });
          else await send(enterpriseApi.decidePair, { params, body: { ...body, decision: 'same', keepId, take } });
          for (const endpoint of [
            enterpriseApi.listPairs,
            enterpriseApi.listEnterprises,
            enterpriseApi.totalEnterprises,
            enterpriseApi.readEnterprise,
          ])
            void client.invalidateQueries({ queryKey: keyOf(endpoint) });
          notify(what === 'undo' ? '已撤销，两户重新分开。' : '已判定。');
          onClose();
        }}
      />
    </Modal>
  );
}
