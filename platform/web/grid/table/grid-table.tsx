import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Grid, RowGroup } from '../../list/grid-parts.tsx';
import { editedText } from '../gestures.ts';
import { copy, cut, type Mode, paste, pressed } from '../keys.ts';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';
import type { Layout } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { useGridMouse } from './mouse.ts';
import { scrollTarget } from './scroll.ts';

interface Props {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly label: string;
  readonly rowTitle: string;
  /** Id of the words about keys. */
  readonly describedBy: string;
  tell(words: string): void;
  askReason(): void;
}

const headHeight = 48;

/**
 * The table (w3.org/WAI/ARIA/apg/patterns/grid). The focus is in the field of the current cell, and keys are heard here.
 * Only rows in sight are drawn, and the current one, so that the focus is not lost when it is scrolled away.
 */
export function GridTable({ sheet, layout, label, rowTitle, describedBy, tell, askReason }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const mode = useRef<Mode>('walk');
  /** After Escape the next Tab leaves the grid, so that nobody is caught in it (WCAG 2.1.2). */
  const isLeaving = useRef(false);
  useSheet(sheet, 'shape', () => sheet.given);
  const activeRow = useSheet(sheet, 'selection', () => sheet.selection.active.row);
  const mouse = useGridMouse(sheet, mode);

  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const rows = defaultRangeExtractor(range);
      if (rows.includes(activeRow) || activeRow >= sheet.rows) return rows;
      return [...rows, activeRow].toSorted((a, b) => a - b);
    },
    [activeRow, sheet],
  );
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: sheet.rows,
    getScrollElement: () => scroller,
    estimateSize: () => layout.rowHeight,
    overscan: 4,
    rangeExtractor,
  });
  useEffect(() => {
    if (layout.rowHeight > 0) virtual.measure();
  }, [virtual, layout.rowHeight]);

  useEffect(() => {
    const show = (): void => {
      if (box.current !== null) scrollTarget(box.current, sheet, layout, headHeight);
    };
    const stops = [
      sheet.listen('selection', show),
      sheet.listen('typing', () => {
        if (sheet.typing === null) mode.current = 'walk';
        else if (mode.current === 'walk') mode.current = 'type';
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [sheet, layout]);

  const edit = (): void => {
    const field = box.current?.querySelector('input');
    const column = sheet.columnOf(sheet.current);
    if (!field || field.readOnly || column === undefined) return;
    field.value = sheet.typing ?? editedText(sheet.entryAt(sheet.current), column);
    field.setSelectionRange(field.value.length, field.value.length);
    sheet.type(field.value);
    sheet.wantsFocus = false;
    mode.current = 'edit';
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
    const leaves = isLeaving.current && event.key === 'Tab';
    if (event.key !== 'Shift') isLeaving.current = event.key === 'Escape' && sheet.typing === null;
    if (event.key === 'Escape') {
      sheet.type(null);
      return;
    }
    if (leaves) return;
    sheet.page = Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - headHeight) / layout.rowHeight) - 1);
    sheet.wantsFocus = true;
    if (pressed(sheet, event, mode.current, { tell, edit, askReason })) event.preventDefault();
    else sheet.wantsFocus = false;
  };
  const onClipboard = (event: ClipboardEvent): void => {
    // While a cell is typed into, its own text is copied and pasted.
    if (mode.current !== 'walk') return;
    event.preventDefault();
    if (event.type === 'paste') {
      const text = event.clipboardData.getData('text/plain');
      if (text !== '') paste(sheet, text, { tell });
      return;
    }
    event.clipboardData.setData('text/plain', copy(sheet));
    if (event.type === 'cut') cut(sheet, { tell });
  };

  return (
    <Grid
      className="jw-entry-grid"
      ref={(element: HTMLDivElement | null) => {
        box.current = element;
        setScroller(element);
      }}
      aria-label={label}
      aria-describedby={describedBy}
      aria-multiselectable="true"
      aria-rowcount={sheet.rows + 1}
      aria-colcount={layout.drawn.length + 1}
      style={
        { '--tracks': layout.tracks, '--wide': `${layout.width}px`, '--title': `${layout.titleWidth}px` } as object
      }
      onKeyDown={onKeyDown}
      onCopy={onClipboard}
      onCut={onClipboard}
      onPaste={onClipboard}
      onBlur={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) sheet.commit();
      }}
      {...mouse}
      onDoubleClick={({ target }) => {
        if (target instanceof Element && target.closest('[data-cell]') !== null) edit();
      }}
    >
      <RowGroup className="jw-entry-top">
        <GridHead layout={layout} rowTitle={rowTitle} />
      </RowGroup>
      <RowGroup className="jw-entry-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = sheet.given[index];
          return row && <GridRow key={row.key} sheet={sheet} row={row} at={index} layout={layout} top={start} />;
        })}
      </RowGroup>
    </Grid>
  );
}
