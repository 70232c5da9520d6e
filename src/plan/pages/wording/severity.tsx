import type { Severity } from '../../domain/lint/model.ts';
import { severitySign, severityWord } from './words.ts';
import './severity.css';

interface Props {
  readonly severity: Severity;
  /** Beside the sign: the word itself, a count, or nothing (then the word is for screen readers alone). */
  readonly show: 'word' | number | null;
  readonly title?: string;
}

/** How grave a finding is: a sign of its own shape and colour, never colour alone. */
export function SeverityBadge({ severity, show, title = severityWord[severity] }: Props) {
  return (
    <span className={`severity severity-${severity}`} title={title}>
      <i aria-hidden="true">{severitySign[severity]}</i>
      {show === 'word' ? severityWord[severity] : <span className="visually-hidden">{title}</span>}
      {typeof show === 'number' && show}
    </span>
  );
}
