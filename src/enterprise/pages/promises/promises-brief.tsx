import type { EnterpriseJson } from '../../contract.ts';
import { promiseSideNames, promiseStateNames } from '../../domain/index.ts';
import { usePromises } from './use-promises.ts';
import { measuredText, promisedText } from './words.ts';

const most = 5;

/** What was promised, in a few lines: what is late or broken first. */
export function PromisesBrief({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { data } = usePromises(enterprise.id, null);
  if (data === undefined || data.promises.length === 0) return <p>没有登记承诺。</p>;
  const order = { late: 0, broken: 1, open: 2, kept: 3 } as const;
  const sorted = data.promises.toSorted((a, b) => order[a.state] - order[b.state] || (a.dueOn < b.dueOn ? -1 : 1));
  return (
    <>
      <ul>
        {sorted.slice(0, most).map((promise) => {
          const measured = measuredText(promise);
          return (
            <li key={promise.id}>
              {promiseSideNames[promise.side]}：{promisedText(promise)}，{promise.dueOn} 到期，
              {promiseStateNames[promise.state]}
              {measured !== null && `（${measured}）`}
            </li>
          );
        })}
      </ul>
      {data.total > most && (
        <p>
          共 {data.total} 项，这里列 {most} 项。
        </p>
      )}
    </>
  );
}
