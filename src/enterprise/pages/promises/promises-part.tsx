import { Button } from 'antd';
import { useState } from 'react';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { EnterpriseJson } from '../../contract.ts';
import { type PromiseSide, promiseSideNames } from '../../domain/index.ts';
import { PromiseCard } from './promise-card.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { usePromises } from './use-promises.ts';

const sides = ['government', 'enterprise'] as const;

/** What the government and the enterprise promised each other, and what became of it. */
export function PromisesPart({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { data, error, refetch } = usePromises(enterprise.id, enterprise.asOf);
  const [open, setOpen] = useState<PromiseSide | null>(null);
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={3} />;
  return (
    <>
      <div className="promise-sides">
        {sides.map((side) => {
          const own = data.promises.filter((promise) => promise.side === side);
          return (
            <section key={side} aria-label={promiseSideNames[side]}>
              <h3>{promiseSideNames[side]}</h3>
              {own.length === 0 ? (
                <p className="pale">没有登记。</p>
              ) : (
                <ul className="promises">
                  {own.map((promise) => (
                    <PromiseCard key={promise.id} promise={promise} enterprise={enterprise} />
                  ))}
                </ul>
              )}
              {data.mayKeep && (
                <p>
                  <Button size="small" onClick={() => setOpen(side)}>
                    登记{promiseSideNames[side]}
                  </Button>
                </p>
              )}
            </section>
          );
        })}
      </div>
      {data.total > data.promises.length && (
        <p className="pale">
          一共 {data.total} 项，这里列先到期的 {data.promises.length} 项。
        </p>
      )}
      {open !== null && (
        <PromiseDialog
          enterpriseId={enterprise.id}
          mode="add"
          side={open}
          promise={null}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
