import type { PlanFinding } from '../../../domain/model.ts';
import { severityWord } from '../../wording/words.ts';

/** On paper only: the open findings below the document, since nothing can be pressed there. */
export function PrintedFindings({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const open = findings.filter((finding) => finding.dismissed === null);
  if (open.length === 0) return null;
  return (
    <section className="printed-findings" aria-hidden="true">
      <h2>体检发现</h2>
      <ol>
        {open.map(({ id, severity, message, arithmetic, path }) => (
          <li key={id}>
            {severityWord[severity]}：{message}
            {arithmetic !== null && `（${arithmetic}）`}
            {path.length > 0 && `——${path.join(' › ')}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
