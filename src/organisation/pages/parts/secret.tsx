import { useState } from 'react';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  /** With stars. */
  readonly shown: string;
  readonly name: string;
  reveal(reason: string): Promise<string | null>;
}

/** A value with stars in it, and the way to see it whole: with a reason, which the log keeps. Hidden again with the page. */
export function Secret({ shown, name, reveal }: Props) {
  const [whole, setWhole] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (whole !== null) return <span>{whole}</span>;
  return (
    <span>
      {shown}{' '}
      <button type="button" className="org-open" onClick={() => setAsking(true)}>
        查看完整{name}
      </button>
      {asking && (
        <ReasonDialog
          title={`查看完整${name}`}
          words="查看的人、时间和理由会记入审计日志。"
          submitText="查看"
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            setWhole(await reveal(reason));
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}
