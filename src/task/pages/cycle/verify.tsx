import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { dispatchApi, type VerifiedJson } from '../../contract.ts';

/** Reckons the frozen result again from what happened and says whether it is the same, byte for byte. */
export function Verify({ cycleId, digest }: { readonly cycleId: string; readonly digest: string }) {
  const params = { cycleId };
  const verifying = useMutation({ mutationFn: () => send(dispatchApi.verifyCycle, { params }) });
  return (
    <section className="cycle-verify" aria-label="核验">
      <p>
        摘要 <code>{digest}</code>
      </p>
      <p className="cycle-actions">
        <Button loading={verifying.isPending} onClick={() => verifying.mutate()}>
          核验
        </Button>
        <a href={addressFor(dispatchApi.readSnapshotText, params)}>下载冻结的全文</a>
      </p>
      {verifying.error !== null && <Refusals sentences={sentencesOf(verifying.error)} />}
      <div role="status">{verifying.data !== undefined && <Verdict verified={verifying.data} />}</div>
    </section>
  );
}

function Verdict({ verified: { holds, bytes, tasks, events, differs } }: { readonly verified: VerifiedJson }) {
  if (holds)
    return (
      <p className="verify-holds">
        核对一致：从 {tasks} 项任务的 {events} 件经过重算，{bytes.toLocaleString('zh-CN')} 个字节逐一相同，摘要相同。
      </p>
    );
  return (
    <div className="verify-differs">
      <p>核对不一致：冻结以后，有人改动过存着的资料。请联系系统管理员，用备份和审计日志查明。不一致的有：</p>
      <ul>
        {differs.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
