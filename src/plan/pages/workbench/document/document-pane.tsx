import { type MouseEvent, useCallback, useMemo, useRef } from 'react';
import { ScrollRegion } from '../../../../../platform/web/layout/scroll-region.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { BlockView } from './block-view.tsx';
import { blocksOf } from './blocks.ts';
import { Legend, useHiddenKinds } from './legend.tsx';
import { marksByBlock, marksOf, pickMark } from './marks.ts';
import { Peek } from './peek.tsx';
import { type Printed, wordsOf } from './printed.ts';
import { PrintedFindings } from './printed-findings.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useDocumentKeys } from './use-document-keys.ts';
import { useShowCurrent } from './use-show-current.ts';
import { useTextSelection } from './use-text-selection.ts';
import './document.css';

/** The document as it was printed, with every item and finding marked. */
export function DocumentPane() {
  const { version, view, change, index } = useWorkbench();
  const { source, outline, items, findings } = version;
  const { title, docNumber, issuer } = version.head;
  const box = useRef<HTMLElement>(null);
  const hidden = useHiddenKinds();
  const printed = useMemo<Printed>(
    () => ({ ...source, outline, title, docNumber, issuer }),
    [source, outline, title, docNumber, issuer],
  );
  const blocks = useMemo(() => blocksOf(printed), [printed]);
  const marks = useMemo(() => marksOf(items, findings), [items, findings]);
  const byBlock = useMemo(() => marksByBlock(blocks, marks), [blocks, marks]);
  const markById = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const words = useCallback((start: number, end: number) => wordsOf({ start, end }, printed), [printed]);

  useTextSelection(box, change);
  useShowCurrent(box, view, markById, index);
  const onKeyDown = useDocumentKeys({ box, printed, marks, view, change });

  const look = (ids: readonly string[]): void => {
    const under = ids.flatMap((id) => markById.get(id) ?? []);
    const mark = pickMark(under, view.current?.id ?? null);
    if (mark) change({ do: 'look', id: mark.id, from: 'document', kind: mark.kind });
  };
  const onClick = (event: MouseEvent): void => {
    const selecting = getSelection()?.isCollapsed === false;
    if (!(event.target instanceof Element) || selecting || event.target.closest('button, a') !== null) return;
    look(idsUnder(event.target));
  };
  const current = view.current === null ? undefined : index.findingById.get(view.current.id);

  return (
    <div className="document-pane">
      <Legend version={version} hidden={hidden} />
      <ScrollRegion
        aria-label="原文"
        className="document-scroll"
        ref={box}
        onClick={onClick}
        onKeyDown={onKeyDown}
        data-hide={[...hidden.kinds].join(' ')}
      >
        <article className="paper">
          {blocks.map((block, at) => (
            <BlockView
              key={block.start}
              block={block}
              marks={byBlock[at]!}
              words={words}
              note={current && current.start >= block.start && current.start < block.end ? current : undefined}
              onFinding={change}
            />
          ))}
          <PrintedFindings findings={findings} />
        </article>
      </ScrollRegion>
      <Peek />
      <SelectionBar printed={printed} />
    </div>
  );
}

/** Ids of all marks around an element, the innermost first. */
function idsUnder(element: Element): string[] {
  const ids: string[] = [];
  for (let at = element.closest('[data-id]'); at !== null; at = at.parentElement?.closest('[data-id]') ?? null)
    ids.push(at.getAttribute('data-id')!);
  return ids;
}
