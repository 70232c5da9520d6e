import type { ReactNode } from 'react';
import '../parts/parts.css';
import './entry.css';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The page of somebody who has not come in: one card in the middle. */
export function EntryCard({ title, lead, wide, children }: Props) {
  return (
    <main className="entry">
      <div className={wide ? 'entry-card entry-wide' : 'entry-card'}>
        <h1>{title}</h1>
        {lead !== undefined && <p className="entry-lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
