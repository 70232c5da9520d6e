import type { PlanSummaryJson } from '../../contract.ts';
import { statusWord } from '../wording/words.ts';
import './status-tag.css';

type Stated = Pick<PlanSummaryJson, 'status' | 'latestEdition'>;

/** What a plan is now, and which edition is the latest. */
export function StatusTag({ plan: { status, latestEdition } }: { readonly plan: Stated }) {
  const edition = latestEdition === null ? '' : `第${latestEdition}版`;
  const words = status === 'published' ? [edition, statusWord.published] : [statusWord[status], edition];
  return <span className={`status-tag status-${status}`}>{words.filter(Boolean).join(' · ')}</span>;
}
