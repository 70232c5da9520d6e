import { Button, Checkbox } from 'antd';
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Empty } from '../feedback/empty.tsx';
import { notify } from '../feedback/toasts.ts';
import { LeaveGuard } from '../form/leave-guard.tsx';
import { useNarrow } from '../layout/use-narrow.ts';
import { redo, undo } from './keys.ts';
import { useKeysHelp } from './keys-help.ts';
import { Panel } from './panel/panel.tsx';
import type { ReasonField } from './panel/panel-fields.tsx';
import { PanelFrame } from './panel/panel-frame.tsx';
import { Problems } from './panel/problems.tsx';
import type { EntryGridProps } from './props.ts';
import { ConflictNotice, OfferNotice } from './saving/notices.tsx';
import { StatusLine } from './saving/status-line.tsx';
import { moved, selectionAt } from './selection.ts';
import { layoutOf } from './table/grid-columns.ts';
import { GridTable } from './table/grid-table.tsx';
import { useGrid, useSheet } from './use-grid.ts';
import './grid.css';
import './panel.css';

export type * from './props.ts';

/** Figures typed into rows and columns as in a spreadsheet, saved as they are typed. See props.ts for what a page gives. */
export function EntryGrid(props: EntryGridProps) {
  const { label, rowTitle, columns, references = [], rows, details, toolbar } = props;
  const grid = useGrid(props);
  const { sheet, saver, checking } = grid;
  const narrow = useNarrow();
  const help = useId();
  const [withReferences, showReferences] = useState(false);
  const [isOpen, open] = useState(false);
  const reasonField: ReasonField = useRef(null);
  const layout = useMemo(
    () => layoutOf(columns, withReferences ? references : [], narrow),
    [columns, references, withReferences, narrow],
  );
  const unsaved = useMemo(
    () => ({
      get current() {
        return sheet.unsaved.size > 0 || sheet.typing !== null;
      },
    }),
    [sheet],
  );
  useTelling(grid, props);
  useKeysHelp();
  useImperativeHandle(props.ref, () => ({
    async flush() {
      sheet.commit();
      await saver.flush();
      return sheet.summary();
    },
    checkAll() {
      sheet.commit();
      return checking.checkAll();
    },
    goTo({ row, column }) {
      const cell = sheet.cellAt(row, column);
      if (cell === -1) return;
      sheet.wantsFocus = true;
      sheet.select(selectionAt({ row: Math.floor(cell / sheet.columns.length), column: cell % sheet.columns.length }));
    },
  }));

  if (rows.length === 0 || columns.length === 0)
    return <Empty title={rows.length === 0 ? '这张表还没有要填的单位。' : '这张表还没有要填的指标。'} />;
  const tell = (words: string): void => notify(words);
  const askReason = (): void => {
    open(true);
    // On a telephone the field is drawn only when the sheet is open.
    requestAnimationFrame(() => reasonField.current?.focus());
  };
  const back = (on: boolean): void => {
    const to = on ? moved(sheet.selection, { key: 'Enter', shift: false, mod: false }, sheet.shape) : null;
    if (narrow) open(false);
    sheet.wantsFocus = true;
    sheet.select(to ?? selectionAt(sheet.selection.active));
  };
  return (
    <section className="jw-entry" data-narrow={narrow || undefined} aria-label={label}>
      <LeaveGuard unsaved={unsaved} words={leaveWords(saver.isKept)} />
      <div className="jw-entry-bar">
        {toolbar}
        <Steps grid={grid} tell={tell} />
        {references.length > 0 && (
          <Checkbox checked={withReferences} onChange={({ target }) => showReferences(target.checked)}>
            旁边显示{references.map(({ title }) => title).join('、')}
          </Checkbox>
        )}
        <Problems sheet={sheet} />
        <StatusLine sheet={sheet} saver={saver} />
      </div>
      <OfferNotice offer={grid.offer} decide={grid.decide} />
      <ConflictNotice sheet={sheet} />
      <p className="visually-hidden" id={help}>
        方向键移动，直接打字替换，F2 修改，回车到下一行，Tab 到下一列。按 Esc 再按 Tab 离开表格。
      </p>
      <div className="jw-entry-main">
        <GridTable
          sheet={sheet}
          layout={layout}
          label={label}
          rowTitle={rowTitle}
          describedBy={help}
          tell={tell}
          askReason={askReason}
        />
        <PanelFrame sheet={sheet} narrow={narrow} isOpen={isOpen} open={open}>
          <Panel
            grid={grid}
            references={references}
            details={details}
            reasonField={reasonField}
            back={back}
            askReason={askReason}
          />
        </PanelFrame>
      </div>
    </section>
  );
}

const leaveWords = (isKept: boolean): string =>
  isKept
    ? '有的格还没有保存到服务器。离开后它们留在这台电脑上，下次打开这张表可以恢复。'
    : '有的格还没有保存，现在离开就没有了。';

/** Takes back and does again, for those without the keys. */
function Steps({ grid, tell }: { readonly grid: ReturnType<typeof useGrid>; tell(words: string): void }) {
  const { sheet } = grid;
  const canUndo = useSheet(sheet, 'cells', () => sheet.history.done.length > 0);
  const canRedo = useSheet(sheet, 'cells', () => sheet.history.undone.length > 0);
  return (
    <span className="jw-entry-buttons">
      <Button size="small" disabled={!canUndo} title="Ctrl+Z" onClick={() => undo(sheet, { tell })}>
        撤销
      </Button>
      <Button size="small" disabled={!canRedo} title="Ctrl+Y" onClick={() => redo(sheet, { tell })}>
        重做
      </Button>
    </span>
  );
}

/** Tells the page of counts and of the current cell. */
function useTelling({ sheet }: ReturnType<typeof useGrid>, { onSummary, onCurrent }: EntryGridProps): void {
  const latest = useRef({ onSummary, onCurrent });
  latest.current = { onSummary, onCurrent };
  useEffect(() => {
    let isDue = false;
    let told = '';
    // Once for all that happens at once.
    const count = (): void => {
      if (isDue) return;
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        const summary = sheet.summary();
        const text = JSON.stringify(summary);
        // Told only when a number changed: the page may draw itself anew for each.
        if (text !== told) latest.current.onSummary?.(summary);
        told = text;
      });
    };
    let last = -1;
    const current = (): void => {
      if (sheet.current === last) return;
      last = sheet.current;
      const [row, column] = [sheet.rowOf(last), sheet.columnOf(last)];
      if (row !== undefined && column !== undefined) latest.current.onCurrent?.({ row: row.key, column: column.key });
    };
    count();
    const stops = [sheet.listen('cells', count), sheet.listen('findings', count), sheet.listen('selection', current)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [sheet]);
}
