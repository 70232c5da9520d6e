import { Tag } from 'antd';
import type { PlanSummaryJson } from '../../contract.ts';
import { statusWord } from '../wording/words.ts';

type Stated = Pick<PlanSummaryJson, 'status' | 'latestEdition'>;

const colours = { draft: 'blue', published: 'green', revising: 'gold', discarded: 'default' } as const;

/** What a plan is now, and which edition is the latest. */
export function StatusTag({ plan: { status, latestEdition } }: { readonly plan: Stated }) {
  const edition = latestEdition === null ? '' : `第${latestEdition}版`;
  return (
    <Tag color={colours[status]} className={`status-tag status-${status}`}>
      {[status === 'published' ? '' : statusWord[status], edition].filter(Boolean).join(' · ')}
      {status === 'published' && ` ${statusWord.published}`}
    </Tag>
  );
}
