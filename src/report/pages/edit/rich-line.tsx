import {
  type ClipboardEvent,
  createElement,
  type DragEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Piece } from '../../domain/index.ts';
import { drawPieces, figureNode, readPieces } from './pieces-dom.ts';

/** What others can do with a line: put a figure where the caret was last, or take it there. */
export interface LineHandle {
  insert(figure: { readonly id: string; readonly text: string }): void;
  focus(): void;
}

interface Props {
  readonly label: string;
  /** Drawn when the line appears; from then on the line is the truth. */
  readonly pieces: readonly Piece[];
  onChange(pieces: readonly Piece[]): void;
  /** Enter: a new paragraph below. */
  onSplit(): void;
  readonly handle: Ref<LineHandle>;
}

/** A paragraph that can be typed into; its figures are blocks that can be moved past, taken out and put in, never typed. */
export function RichLine({ label, pieces, onChange, onSplit, handle }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);
  const first = useRef(pieces);
  useLayoutEffect(() => {
    if (box.current !== null) drawPieces(box.current, first.current);
  }, []);
  const tell = (): void => {
    if (box.current !== null) onChange(readPieces(box.current));
  };
  const keepCaret = (): void => {
    const selection = window.getSelection();
    const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (range !== null && box.current?.contains(range.startContainer) === true) caret.current = range.cloneRange();
  };
  useImperativeHandle(handle, () => ({
    focus: () => box.current?.focus(),
    insert: ({ id, text }) => {
      if (box.current === null) return;
      const range = caret.current ?? endOf(box.current);
      range.deleteContents();
      const after = document.createTextNode('\u200b');
      range.insertNode(after);
      range.insertNode(figureNode({ figure: id, text }));
      range.setStartAfter(after);
      range.collapse(true);
      box.current.focus();
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      keepCaret();
      tell();
    },
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.ctrlKey && !event.metaKey) onSplit();
  };
  const onPaste = (event: ClipboardEvent): void => {
    // Words alone: what another program puts around them is not taken over.
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain').replace(/\s*[\r\n]+\s*/gu, ' ');
    document.execCommand('insertText', false, text);
  };
  // Not a field of the browser's: that holds words alone, and no figures that are one piece.
  return createElement('div', {
    ref: box,
    className: 'edit-line',
    role: 'textbox',
    'aria-multiline': false,
    'aria-label': label,
    tabIndex: 0,
    contentEditable: true,
    suppressContentEditableWarning: true,
    spellCheck: false,
    onInput: tell,
    onKeyUp: keepCaret,
    onMouseUp: keepCaret,
    onBlur: keepCaret,
    onKeyDown,
    onPaste,
    onDrop: (event: DragEvent) => event.preventDefault(),
  });
}

function endOf(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.collapse(false);
  return range;
}
