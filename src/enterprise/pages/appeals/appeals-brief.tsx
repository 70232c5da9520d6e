import { useQuery } from '@tanstack/react-query';
import { dayAt } from '../../../kernel/index.ts';
import type { EnterpriseJson } from '../../contract.ts';
import { appealStateNames, openAppealStates } from '../../domain/index.ts';
import { appealsQuery } from './use-appeal.ts';

const most = 3;

/** What it asked for help with, in a few lines: what is open first. */
export function AppealsBrief({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { data } = useQuery(appealsQuery(enterprise.id));
  if (data === undefined || data.rows.length === 0) return <p>没有提过诉求。</p>;
  const open = data.rows.filter(({ state }) => openAppealStates.includes(state));
  const shown = [...open, ...data.rows.filter((row) => !open.includes(row))].slice(0, most);
  return (
    <>
      <ul>
        {shown.map(({ id, title, state, unit, raisedAt, satisfied }) => (
          <li key={id}>
            {dayAt(raisedAt)} {title}：{appealStateNames[state]}
            {unit !== null && `，${unit.name}`}
            {satisfied !== null && `，企业${satisfied ? '满意' : '不满意'}`}
          </li>
        ))}
      </ul>
      <p>
        共 {data.total} 件，未办结 {open.length} 件。
      </p>
    </>
  );
}
