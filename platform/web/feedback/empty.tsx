import type { ReactNode } from 'react';
import './feedback.css';

/** Where a list has nothing to show: what that means and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="jw-empty">
      <p className="jw-empty-title">{title}</p>
      {children}
    </div>
  );
}

/** While something is read: grey lines in its place. */
export function Waiting({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div className="jw-waiting" role="status" aria-label="正在读取">
      {Array.from({ length: lines }, (_, at) => at).map((at) => (
        <span key={at} />
      ))}
    </div>
  );
}
