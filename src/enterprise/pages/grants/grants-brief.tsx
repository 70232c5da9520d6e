import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { EnterpriseJson } from '../../contract.ts';
import { useGrants } from './use-grants.ts';

const mostYears = 3;
const most = 3;

/** What it was granted in a few lines. */
export function GrantsBrief({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { data } = useGrants(enterprise.id, null);
  if (data === undefined || data.grants.length === 0) return <p>还没有登记拿到过的奖补。</p>;
  return (
    <>
      <p>
        一共 <Amount fen={data.grantedFen} />
        ，已拨付 <Amount fen={data.paidFen} />。
        {data.years.slice(0, mostYears).map(({ year, grantedFen }) => (
          <span key={year}>
            {' '}
            {year} 年发文 <Amount fen={grantedFen} />。
          </span>
        ))}
      </p>
      <ul>
        {data.grants.slice(0, most).map(({ id, title, docNumber, grantedOn, amountFen, payer }) => (
          <li key={id}>
            {grantedOn} {title}：<Amount fen={amountFen} />，{payer}
            {docNumber !== '' && `，${docNumber}`}
          </li>
        ))}
      </ul>
      {data.grants.length > most && (
        <p>
          共 {data.grants.length} 笔，这里列最近 {most} 笔。
        </p>
      )}
    </>
  );
}
