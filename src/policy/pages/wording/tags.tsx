import { type PolicyState, policyStates, type WindowState, windowStates } from '../../domain/standing.ts';
import './policy.css';

export const StateTag = ({ state }: { readonly state: PolicyState }) => (
  <span className={`policy-state policy-state-${state}`}>{policyStates[state]}</span>
);

/** Whether applications are taken; a window that nobody wrote is pale. */
export function WindowTag({ window, until }: { readonly window: WindowState; readonly until?: string | null }) {
  if (window === 'unsaid') return <span className="pale">{windowStates.unsaid}</span>;
  return (
    <span className={`policy-state policy-state-${window}`}>
      {windowStates[window]}
      {window === 'open' && until != null && `，到 ${until}`}
    </span>
  );
}
