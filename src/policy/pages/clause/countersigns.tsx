import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type ClauseJson, type CountersignJson, policyApi } from '../../contract.ts';
import { momentOf, shortHash } from '../wording/words.ts';

/** Which units stand by the sentence, and the buttons to do so and to take it back. */
export function Countersigns({ clause }: { readonly clause: ClauseJson }) {
  const { countersigns, may, policy, id } = clause;
  const client = useQueryClient();
  const params = { policyId: policy.id, clauseId: id };
  const refresh = async (): Promise<void> => {
    for (const endpoint of [policyApi.readClause, policyApi.listClauses])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const withdraw = useMutation({
    mutationFn: () => send(policyApi.withdrawCountersign, { params }),
    onSuccess: () => notify('会签已撤回'),
    onSettled: refresh,
  });
  const sign = useMutation({
    mutationFn: () => send(policyApi.countersign, { params, body: { hash: policy.hash } }),
    onSuccess: () => notify('已会签', { action: { label: '撤销', run: () => withdraw.mutate() } }),
    onSettled: refresh,
  });
  const failed = sign.error ?? withdraw.error;
  const standing = countersigns.filter((each) => each.standing);
  const past = countersigns.filter((each) => !each.standing);
  return (
    <section aria-labelledby="clause-countersigns">
      <h2 id="clause-countersigns">会签（{standing.length}）</h2>
      {failed !== null && <Refusals sentences={sentencesOf(failed)} />}
      {standing.length === 0 && <p>还没有单位会签现在这句话。</p>}
      <Signed list={standing} />
      <p className="policy-buttons">
        {may.countersign && (
          <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
            会签这句话
          </Button>
        )}
        {standing.some(({ mine }) => mine) && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            撤回会签
          </Button>
        )}
      </p>
      {past.length > 0 && (
        <details className="clause-past">
          <summary>以前的会签（{past.length}）</summary>
          <Signed list={past} />
        </details>
      )}
    </section>
  );
}

const Signed = ({ list }: { readonly list: readonly CountersignJson[] }) => (
  <ul className="clause-signed">
    {list.map(({ id, unit, by, at, hash, standing, withdrawnAt, sentence }) => (
      <li key={id}>
        <b>{unit}</b> <span>{by}</span> <time dateTime={at}>{momentOf(at)}</time>
        {withdrawnAt !== null && <span className="policy-pale">已撤回（{momentOf(withdrawnAt)}）</span>}
        {withdrawnAt === null && !standing && (
          <span className="policy-pale">内容包换过，自动失效（{shortHash(hash)}…）</span>
        )}
        {!standing && <p className="policy-pale">{sentence}</p>}
      </li>
    ))}
  </ul>
);
