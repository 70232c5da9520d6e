import type { SheetStepJson } from '../../contract.ts';
import { stepNames } from '../../contract.ts';
import { momentWords } from '../cell/moment.ts';

/** What became of the report so far, the newest last. */
export const SheetSteps = ({ steps }: { readonly steps: readonly SheetStepJson[] }) =>
  steps.length === 0 ? null : (
    <section className="sheet-steps" aria-labelledby="sheet-steps">
      <h2 id="sheet-steps">经过</h2>
      <ol>
        {steps.map(({ step, at, by, reason, cells }) => (
          <li key={`${at} ${step}`}>
            <b>{stepNames[step]}</b>
            <span>{by.name}</span>
            <time dateTime={at}>{momentWords(at)}</time>
            {cells !== null && cells > 0 && <span>{cells} 格</span>}
            {reason !== null && reason !== '' && <span>{reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
