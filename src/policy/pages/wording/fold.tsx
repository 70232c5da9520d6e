import { type ReactNode, useId, useState } from 'react';
import './fold.css';

interface Props {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part that opens at a press, and is always open on paper. */
export function Fold({ title, open = false, children }: Props) {
  const [shown, setShown] = useState(open);
  const id = useId();
  return (
    <div className="policy-fold">
      <button type="button" aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)}>
        <span aria-hidden="true">{shown ? '▾' : '▸'}</span> {title}
      </button>
      <div id={id} hidden={!shown}>
        {children}
      </div>
    </div>
  );
}
