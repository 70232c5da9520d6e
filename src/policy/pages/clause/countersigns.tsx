import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { type ClauseJson, type CountersignJson, policyApi } from '../../contract.ts';
import { momentOf, shortHash, today } from '../wording/words.ts';

/** Which units stand by the sentence, and the buttons to do so and to take it back. */
export function Countersigns({ clause }: { readonly clause: ClauseJson }) {
  const { countersigns, may, policy, id } = clause;
  const client = useQueryClient();
  const mayEver = useMay('policy.countersign');
  const params = { policyId: policy.id, clauseId: id };
  const refresh = async (): Promise<void> => {
    for (const endpoint of [policyApi.readClause, policyApi.listClauses])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const withdraw = useMutation({
    mutationFn: () => send(policyApi.withdrawCountersign, { params }),
    onSuccess: () => notify('会签已撤回', { action: { label: '撤销', run: () => sign.mutate() } }),
    onSettled: refresh,
  });
  const sign = useMutation({
    mutationFn: () => send(policyApi.countersign, { params, body: { hash: policy.hash, sentence: clause.sentence } }),
    onSuccess: () => notify('已会签', { action: { label: '撤销', run: () => withdraw.mutate() } }),
    onSettled: refresh,
  });
  const failed = sign.error ?? withdraw.error;
  const standing = countersigns.filter((each) => each.standing);
  const past = countersigns.filter((each) => !each.standing);
  const otherDay = policy.on.asked !== today();
  return (
    <section aria-labelledby="clause-countersigns">
      <h2 id="clause-countersigns">会签（{standing.length}）</h2>
      {failed !== null && <Refusals sentences={sentencesOf(failed)} />}
      {standing.length === 0 && <p>还没有单位会签现在这句话。</p>}
      <Signed list={standing} now={clause.sentence} />
      <p className="policy-buttons">
        {may.countersign && (
          <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
            会签这句话
          </Button>
        )}
        {!may.countersign && otherDay && mayEver && <span className="pale">会签的是今天的句子：请先回到今天。</span>}
        {standing.some(({ mine }) => mine) && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            撤回会签
          </Button>
        )}
      </p>
      {past.length > 0 && (
        <details className="clause-past">
          <summary>以前的会签（{past.length}）</summary>
          <Signed list={past} now={null} />
        </details>
      )}
    </section>
  );
}

interface SignedProps {
  readonly list: readonly CountersignJson[];
  /** The sentence that stands above; another one that was signed is told. Null: each is told. */
  readonly now: string | null;
}

const Signed = ({ list, now }: SignedProps) => (
  <ul className="clause-signed">
    {list.map(({ id, unit, by, at, hash, standing, withdrawnAt, sentence }) => (
      <li key={id}>
        <b>{unit}</b> <span>{by}</span> <time dateTime={at}>{momentOf(at)}</time>
        {withdrawnAt !== null && <span className="pale">已撤回（{momentOf(withdrawnAt)}）</span>}
        {withdrawnAt === null && !standing && <span className="pale">内容包换过，自动失效（{shortHash(hash)}…）</span>}
        {sentence !== now && <p className="pale">会签的是：{sentence}</p>}
      </li>
    ))}
  </ul>
);
