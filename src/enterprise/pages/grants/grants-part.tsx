import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import type { EnterpriseGrantJson, EnterpriseGrantsJson, EnterpriseJson } from '../../contract.ts';
import { PapersOf } from '../parts/papers-of.tsx';
import { GrantDialog, type GrantMode } from './grant-dialog.tsx';
import { useGrants } from './use-grants.ts';
import './grants.css';

interface Open {
  readonly mode: GrantMode;
  readonly grant: EnterpriseGrantJson | null;
}

/** What it was granted: by which document, how much, who pays and whether it was paid; with sums by year. */
export function GrantsPart({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { data, error, refetch } = useGrants(enterprise.id, enterprise.asOf);
  const [open, setOpen] = useState<Open | null>(null);
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={3} />;
  const { grants, mayKeep } = data;
  return (
    <>
      {grants.length === 0 ? (
        <p className="pale">还没有登记拿到过的奖补。</p>
      ) : (
        <>
          <Sums of={data} />
          <table className="page-table">
            <thead>
              <tr>
                {['奖补事项', '发文', '金额', '出资方', '拨付', '凭据'].map((head, at) => (
                  <th key={head} scope="col" className={at === 2 ? 'page-end' : undefined}>
                    {head}
                  </th>
                ))}
                {mayKeep && <th scope="col" aria-label="操作" />}
              </tr>
            </thead>
            <tbody>
              {grants.map((grant) => (
                <Row
                  key={grant.id}
                  grant={grant}
                  enterprise={enterprise}
                  {...(mayKeep && { onOpen: (mode: GrantMode) => setOpen({ mode, grant }) })}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      {mayKeep && (
        <p className="page-buttons">
          <Button size="small" onClick={() => setOpen({ mode: 'add', grant: null })}>
            登记奖补
          </Button>
          <Link to="/enterprises/grants">导入奖补清单</Link>
        </p>
      )}
      {open !== null && <GrantDialog enterprise={enterprise} {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** The sum of all, and of each year by its documents and by its payments. */
function Sums({ of: { grantedFen, paidFen, years } }: { readonly of: EnterpriseGrantsJson }) {
  return (
    <div className="grant-sums">
      <p>
        一共 <Amount fen={grantedFen} />
        ，已拨付 <Amount fen={paidFen} />
        {grantedFen > paidFen && (
          <>
            ，还没有拨付 <Amount fen={grantedFen - paidFen} />
          </>
        )}
        。
      </p>
      <ul aria-label="按年合计">
        {years.map(({ year, grantedFen: granted, paidFen: paid }) => (
          <li key={year}>
            <b>{year} 年</b> 发文 <Amount fen={granted} />
            ，拨付 <Amount fen={paid} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly grant: EnterpriseGrantJson;
  readonly enterprise: EnterpriseJson;
  onOpen?(mode: GrantMode): void;
}

function Row({ grant, enterprise, onOpen }: RowProps) {
  return (
    <tr>
      <td data-label="奖补事项">
        <span>
          {grant.title}
          {grant.clause !== null && <ClauseLink clause={grant.clause} />}
        </span>
      </td>
      <td data-label="发文">
        <span>
          {grant.grantedOn}
          <small>{grant.docNumber === '' ? '没有写文号' : grant.docNumber}</small>
        </span>
      </td>
      <td data-label="金额" className="page-end">
        <Amount fen={grant.amountFen} />
      </td>
      <td data-label="出资方">{grant.payer}</td>
      <td data-label="拨付">{grant.paidYear === null ? '还没有' : `${grant.paidYear} 年`}</td>
      <td data-label="凭据">
        <span>
          {grant.source}
          <PapersOf enterprise={enterprise} about={`grant:${grant.id}`} of={grant.title} />
        </span>
      </td>
      {onOpen && (
        <td className="page-act">
          <MenuButton
            label={`处理${grant.title}`}
            items={[
              { key: 'change', label: '更正', onClick: () => onOpen('change') },
              { key: 'remove', label: '删去登记', onClick: () => onOpen('remove') },
            ]}
          >
            处理
          </MenuButton>
        </td>
      )}
    </tr>
  );
}

/** The clause that it was granted by; whoever may not read policies sees its name. */
function ClauseLink({ clause: { id, name } }: { readonly clause: { readonly id: string; readonly name: string } }) {
  const mayRead = useMay('policy.read');
  const [policyId = '', clauseId = ''] = id.split('/');
  return (
    <small>
      按
      {mayRead ? (
        <Link to="/policies/$policyId/$clauseId" params={{ policyId, clauseId }}>
          {name}
        </Link>
      ) : (
        name
      )}
    </small>
  );
}
