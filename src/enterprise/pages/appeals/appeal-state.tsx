import type { EnterpriseAppealRowJson } from '../../contract.ts';
import { appealStateNames } from '../../domain/index.ts';
import './appeals.css';

type Standing = Pick<EnterpriseAppealRowJson, 'state' | 'urgent' | 'overdue' | 'reopened'>;

/** How an appeal stands, with what is out of the ordinary about it. */
export function AppealState({ appeal: { state, urgent, overdue, reopened } }: { readonly appeal: Standing }) {
  const open = state === 'raised' || state === 'sent' || state === 'answered';
  return (
    <span className="appeal-state" data-late={overdue || undefined}>
      {appealStateNames[state]}
      {open && urgent && <b>紧急</b>}
      {overdue && <b>超期</b>}
      {open && reopened > 0 && <span>重办 {reopened} 次</span>}
    </span>
  );
}
