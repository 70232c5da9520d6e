import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { type ClauseJson, policyApi } from '../../contract.ts';
import { RuleTree } from '../wording/rule-tree.tsx';
import { exactYuan } from '../wording/words.ts';

type Example = ClauseJson['examples'][number];

/** Worked examples: what comes out, and on asking why. */
export function Examples({ clause }: { readonly clause: ClauseJson }) {
  return (
    <section aria-labelledby="clause-examples">
      <h2 id="clause-examples">算例（{clause.examples.length}）</h2>
      <div className="clause-examples">
        {clause.examples.map((example) => (
          <OneExample key={example.number} clause={clause} example={example} />
        ))}
      </div>
    </section>
  );
}

function OneExample({ clause, example }: { readonly clause: ClauseJson; readonly example: Example }) {
  const [open, setOpen] = useState(false);
  const { title, pays, on, facts } = example;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>
          {title}
          {on !== null && <span className="pale">（{on}）</span>}
        </span>
        <b>
          <Out pays={pays} />
        </b>
      </summary>
      <dl className="clause-given">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {open && <Why clause={clause} number={example.number} />}
    </details>
  );
}

function Out({ pays }: { readonly pays: number | null }) {
  if (pays === null) return '还不能断定';
  return pays === 0 ? '不给' : exactYuan(pays);
}

function Why({ clause, number }: { readonly clause: ClauseJson; readonly number: number }) {
  const params = { policyId: clause.policy.id, clauseId: clause.id, number };
  const why = useQuery({ ...queryFor(policyApi.explainExample, { params }), staleTime: Number.POSITIVE_INFINITY });
  if (why.error) return <Failure error={why.error} onRetry={() => void why.refetch()} />;
  if (why.data === undefined) return <Waiting lines={3} />;
  const { because, excluded, amount, amountWords, missing, payers, on } = why.data;
  return (
    <div className="clause-why">
      {excluded !== null && <p className="rule-state-no">除外：{excluded.words}</p>}
      <RuleTree lines={because} />
      {missing.length > 0 && (
        <p>
          还要知道：
          {missing.map(({ fact, from }) => `${fact}（出自${from}）`).join('、')}
        </p>
      )}
      {amount !== null && amount > 0 && (
        <p>
          {amountWords}，合 {exactYuan(amount)}
          {payers.length > 1 && (
            <>
              ：
              {payers.map(({ payer, amount: share }, at) => (
                <span key={payer}>
                  {at > 0 && '，'}
                  {payer} {exactYuan(share)}
                </span>
              ))}
            </>
          )}
          。
        </p>
      )}
      <p className="pale">按 {on} 的规则算。</p>
    </div>
  );
}
