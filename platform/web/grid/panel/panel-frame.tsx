import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Sheet } from '../sheet.ts';
import { useCurrent } from './use-current.ts';

interface Props {
  readonly sheet: Sheet;
  readonly narrow: boolean;
  readonly isOpen: boolean;
  open(isOpen: boolean): void;
  readonly children: ReactNode;
}

/** Beside the grid on a wide screen; on a telephone a line below it that opens. */
export function PanelFrame({ sheet, narrow, isOpen, open, children }: Props) {
  if (!narrow)
    return (
      <aside className="jw-entry-panel" aria-label="这一格">
        {children}
      </aside>
    );
  return (
    <aside className="jw-entry-drawer" aria-label="这一格" data-open={isOpen || undefined}>
      <div className="jw-entry-drawer-head">
        <CurrentLine sheet={sheet} isOpen={isOpen} />
        <Button size="small" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {isOpen ? '收起' : '详情'}
        </Button>
      </div>
      {isOpen && children}
    </aside>
  );
}

function CurrentLine({ sheet, isOpen }: { readonly sheet: Sheet; readonly isOpen: boolean }) {
  const { row, column, view } = useCurrent(sheet);
  return (
    <p>
      <b>{column?.title}</b> {row?.title}
      {!isOpen && <small id={sheet.sentencesId}>{view.sentences[0]}</small>}
    </p>
  );
}
