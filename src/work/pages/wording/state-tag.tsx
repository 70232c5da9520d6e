import type { WorkRowJson } from '../../contract.ts';
import { stateNames } from '../../domain/index.ts';
import './work.css';

type Stated = Pick<WorkRowJson, 'state' | 'overdue'>;

/** What an item is now; what is late says so in words, not by colour alone. */
export function StateTag({ state, overdue }: Stated) {
  return (
    <span className={`work-state work-state-${overdue ? 'late' : state}`}>
      {overdue ? `${stateNames[state]} · 已逾期` : stateNames[state]}
    </span>
  );
}
