import { Link } from '@tanstack/react-router';
import type { VerificationJson } from '../../contract.ts';

/** What a check came to. The region is always there, so that screen readers tell what comes into it. */
export function CheckResult({ state }: { readonly state: VerificationJson | null }) {
  return <div role="status">{state !== null && <Told state={state} />}</div>;
}

function Told({ state }: { readonly state: VerificationJson }) {
  const { first, last, done, message, seq } = state;
  switch (state.state) {
    case 'checking':
      return <p className="audit-result">已核验 {done} 条……</p>;
    case 'sound':
      return (
        <p className="audit-result audit-sound">
          {last === null
            ? '这段时间没有日志。'
            : `完好：核验了 ${done} 条（第 ${first} 至 ${last.seq} 条），没有被改动过。`}
        </p>
      );
    case 'broken':
      return (
        <div className="audit-result audit-broken" role="alert">
          <p>{message}</p>
          <p>
            在它前面有 {done} 条没有问题。{' '}
            {seq !== null && (
              <Link to="/admin/audit/$seq" params={{ seq: String(seq) }}>
                看第 {seq} 条
              </Link>
            )}
          </p>
        </div>
      );
    case 'failed':
      return (
        <p className="audit-result audit-broken" role="alert">
          {message}
        </p>
      );
  }
}
