import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PairAct } from './pair-dialog.tsx';

interface Props {
  /** Names of both. */
  readonly label: string;
  readonly percent: number;
  readonly reasons: string;
  /** The decision in words; null while there is none. */
  readonly decision: string | null;
  /** Who decided, and why. */
  readonly decided: string | null;
  readonly mayDecide: boolean;
  /** The words for one: `户`. */
  readonly one: string;
  onDo(act: PairAct): void;
  /** The two, side by side. */
  readonly children: ReactNode;
}

/** Two that may be one, with how like they are and what can be done about it. */
export function PairCard({ label, percent, reasons, decision, decided, mayDecide, one, onDo, children }: Props) {
  const button = (act: PairAct, words: string) => (
    <Button type={act === 'same' ? 'primary' : 'default'} aria-label={`${words}：${label}`} onClick={() => onDo(act)}>
      {words}
    </Button>
  );
  return (
    <section className="pair-card" aria-label={label}>
      <div className="pair-head">
        <b>{percent}%</b>
        <span>{reasons}</span>
        {decision !== null && <span className="pair-tag">{decision}</span>}
      </div>
      {children}
      {decided !== null && <p className="pale">{decided}</p>}
      {mayDecide ? (
        <div className="page-buttons">
          {decision === null ? (
            <>
              {button('same', `是同一${one}`)}
              {button('other', `不是同一${one}`)}
            </>
          ) : (
            button('undo', '撤销判定')
          )}
        </div>
      ) : (
        <p className="pale">由管两边的核定岗位判定。</p>
      )}
    </section>
  );
}
