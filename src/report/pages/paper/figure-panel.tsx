import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import { type FigureSourceJson, reportApi } from '../../contract.ts';
import { momentWords } from '../parts/words.ts';

interface Props {
  readonly bulletinId: string;
  /** null: closed. */
  readonly figure: string | null;
  onClose(): void;
}

/** Where a figure comes from: its value, which dispatch or indicator, when it was frozen, who reported and approved it. */
export function FigurePanel({ bulletinId, figure, onClose }: Props) {
  const source = useQuery({
    ...queryFor(reportApi.readFigure, { params: { bulletinId }, query: { figure: figure ?? '' } }),
    enabled: figure !== null,
  });
  return (
    <Drawer open={figure !== null} onClose={onClose} title="数的来历" size={440} destroyOnHidden>
      {source.error ? (
        <Failure error={source.error} onRetry={() => void source.refetch()} />
      ) : source.data === undefined ? (
        <Waiting lines={5} />
      ) : (
        <Source source={source.data} />
      )}
    </Drawer>
  );
}

function Source({ source }: { readonly source: FigureSourceJson }) {
  const { name, text, unit, how, from, more, holds } = source;
  return (
    <div className="figure-source">
      <p className="figure-value">
        <b>{text}</b>
        {unit === '%' ? '' : unit} <span>{name}</span>
      </p>
      <p>{how}</p>
      <p className={holds ? 'figure-holds' : 'figure-broken'}>
        {holds ? '按冻结的内容重算，是同一个数。' : '按冻结的内容重算，不是这个数。请告诉系统管理员。'}
      </p>
      <h3>来自 {from.length + more} 处</h3>
      <ol>
        {numbered(from).map(({ at, value: each }) => (
          <li key={at}>
            <FromLine from={each} />
          </li>
        ))}
      </ol>
      {more > 0 && <p>还有 {more} 处没有列出。</p>}
    </div>
  );
}

function FromLine({ from }: { readonly from: FigureSourceJson['from'][number] }) {
  const { name, value, source, vintage, frozenAt, digest, reportedBy, approvedBy, link } = from;
  return (
    <>
      <p className="figure-from">
        {link === null ? <span>{name}</span> : <a href={link}>{name || source}</a>}
        <b>{value}</b>
      </p>
      <Facts>
        <Fact name="出处">{source}</Fact>
        {vintage !== null && <Fact name="数据版本">{vintage}</Fact>}
        {frozenAt !== null && <Fact name="冻结于">{momentWords(frozenAt)}</Fact>}
        {reportedBy !== null && <Fact name="填报">{reportedBy}</Fact>}
        <Fact name={frozenAt === null ? '审核' : '冻结人'}>{approvedBy ?? '没有记录'}</Fact>
        {digest !== null && (
          <Fact name="摘要">
            <code className="figure-digest">{digest}</code>
          </Fact>
        )}
      </Facts>
    </>
  );
}
