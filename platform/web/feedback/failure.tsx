import { Button } from 'antd';
import { ApiRefused } from '../api.ts';
import { isForbidden } from '../session.ts';
import './feedback.css';

/** The sentences of an error for people; an error of the page itself gets one that says what to do. */
export function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof ApiRefused) return error.refusals.map((refusal) => refusal.message);
  return ['网页出了意外，刚才的操作可能没有完成。请刷新后再试；若仍然如此，请告诉系统管理员。'];
}

/** Instead of a list or page that could not be read: why, and a way to try again. */
export function Failure({ error, onRetry }: { readonly error: unknown; onRetry?: (() => void) | undefined }) {
  return (
    <div className="jw-failure" role="alert">
      <h2>{isForbidden(error) ? '没有权限' : '没有打开'}</h2>
      {sentencesOf(error).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {onRetry && (
        <Button type="primary" onClick={onRetry}>
          再试一次
        </Button>
      )}
    </div>
  );
}

/** The sentences of a refused action, above the form or beside the button that asked for it. */
export function Refusals({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="jw-refusals" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
