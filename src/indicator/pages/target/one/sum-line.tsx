import type { TargetJson } from '../../../contract.ts';
import { amount } from '../words.ts';
import { type DraftState, runningSum } from './draft-state.ts';

/** What the parts come to together, as they are typed; what is not yet handed down in red. */
export function SumLine({ target, state }: { readonly target: TargetJson; readonly state: DraftState }) {
  const { top } = target;
  const typed = runningSum(target, state);
  const handed = typed?.handed ?? (top === null ? 0n : BigInt(top.handed));
  const rest = typed?.rest ?? (top?.rest == null ? null : BigInt(top.rest));
  const say = (value: bigint) => amount(Number(value), target);
  return (
    <p className="target-sum" aria-live="polite">
      {target.converted ? '折算成可以相加的数，各部分合计 ' : '各部分合计 '}
      <b>{say(handed)}</b>，{rest === null && '目标自己折算不出来，没法比。'}
      {rest === 0n && '正好分完。'}
      {rest !== null && rest > 0n && <b className="target-red">还有 {say(rest)}没有分下去。</b>}
      {rest !== null && rest < 0n && <b className="target-red">比目标多 {say(-rest)}（加码）。</b>}
    </p>
  );
}
