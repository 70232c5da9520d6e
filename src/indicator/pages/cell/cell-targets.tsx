import { Link } from '@tanstack/react-router';
import type { CellJson } from '../../contract/reading-api.ts';
import { targetText, verdictSaid } from '../reading/words.ts';

/** What is to be reached here, each with the sentence of the plan that says so. */
export function CellTargets({ cell: { targets, indicator } }: { readonly cell: CellJson }) {
  return (
    <section aria-labelledby="cell-targets">
      <h2 id="cell-targets">目标</h2>
      {targets.length === 0 ? (
        <p className="pale">这里没有目标。</p>
      ) : (
        <ul className="cell-targets">
          {targets.map((target) => (
            <li key={target.id}>
              <b>{targetText(target, indicator)}</b>
              <span>
                {verdictSaid(target, indicator).join('')}
                {target.first !== target.value && '调整过。'}
              </span>
              {target.source === null ? (
                <span className="pale">由上级分解</span>
              ) : (
                <Link
                  to="/plans/$planId"
                  params={{ planId: target.source.planId }}
                  search={{ edition: target.source.edition, at: target.source.itemId }}
                >
                  原文：{target.source.said}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
