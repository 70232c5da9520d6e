import { createElement, type Dispatch, memo } from 'react';
import { ScrollRegion } from '../../../../../platform/web/layout/scroll-region.tsx';
import type { PlanFinding } from '../../../domain/model.ts';
import { kindSign } from '../../wording/words.ts';
import type { ViewChange } from '../view/view-state.ts';
import type { Block, ParagraphBlock, TableBlock } from './blocks.ts';
import { FindingFlags } from './finding-flags.tsx';
import { FindingNote } from './finding-note.tsx';
import { MarkedLine, type Words } from './marked-line.tsx';
import type { Mark } from './marks.ts';

interface Props {
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly words: Words;
  /** The finding that is looked at, when it begins here. */
  readonly note: PlanFinding | undefined;
  readonly onFinding: Dispatch<ViewChange>;
}

/** One paragraph or table; drawn again only when its own marks change. */
export const BlockView = memo(Drawn, (a, b) => a.block === b.block && a.note === b.note && sameMarks(a.marks, b.marks));

function Drawn({ block, marks, words, note, onFinding }: Props) {
  const flagged = marks.filter((mark) => mark.kind === 'finding' && mark.start >= block.start);
  return (
    <div className={`block block-${block.kind}`} data-block={block.start}>
      {block.page !== null && <p className="page-begin">第 {block.page} 页</p>}
      {block.kind === 'table' ? (
        <PrintedTable block={block} marks={marks} words={words} />
      ) : (
        <Paragraph block={block} marks={marks} words={words} />
      )}
      {flagged.length > 0 && <FindingFlags marks={flagged} onLook={onFinding} />}
      {note && <FindingNote finding={note} />}
    </div>
  );
}

/** The page's own heading is h1, the document's title h2, its headings below. */
const LOWEST_HEADING = 6;
const tagOf = ({ role, level }: ParagraphBlock): string =>
  role === 'title' ? 'h2' : role === 'heading' ? `h${Math.min(LOWEST_HEADING, level + 2)}` : 'p';

function Paragraph({ block, marks, words }: Pick<Props, 'marks' | 'words'> & { readonly block: ParagraphBlock }) {
  return createElement(
    tagOf(block),
    { className: `para para-${block.role}` },
    block.lines.map((line) => <MarkedLine key={line.start} line={line} marks={marks} words={words} />),
  );
}

function PrintedTable({ block, marks, words }: Pick<Props, 'marks' | 'words'> & { readonly block: TableBlock }) {
  const own = marks.find((mark) => mark.kind === 'table');
  const inside = marks.filter((mark) => mark.kind !== 'table');
  return (
    <div
      className={own ? `table-frame ${own.open ? 'mk-open' : ''}` : undefined}
      {...(own && { 'data-id': own.id, 'data-sign': kindSign.table })}
    >
      <ScrollRegion aria-label="原文中的表格" className="table-scroll">
        <table>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={row[0]?.start ?? at}>
                {row.map((cell) => (
                  <td key={cell.start} className={isFigure(words(cell.start, cell.end)) ? 'figure' : undefined}>
                    <MarkedLine line={cell} marks={inside} words={words} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

const isFigure = (text: string): boolean => /^\s*[-—－]?[\d０-９][\d０-９.,，％%]*\s*$/.test(text);

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every((mark, at) => {
    const other = b[at]!;
    return mark.id === other.id && mark.start === other.start && mark.end === other.end && mark.open === other.open;
  });
