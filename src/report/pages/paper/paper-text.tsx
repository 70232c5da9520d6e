import { type ReactNode, useMemo } from 'react';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { BlockJson, BulletinJson, FigureJson } from '../../contract.ts';
import { type Block, captions, headingNumbers, type Piece } from '../../domain/index.ts';
import { PaperChart } from './paper-chart.tsx';

interface Props {
  readonly blocks: readonly BlockJson[];
  readonly figures: readonly FigureJson[];
  onFigure(id: string): void;
}

/** The text of a paper as it is read: numbered headings, paragraphs, tables, charts; every figure can be opened. */
export function PaperText({ blocks, figures, onFigure }: Props) {
  const list = blocks as readonly Block[];
  const numbers = useMemo(() => headingNumbers(list), [list]);
  const captioned = useMemo(() => captions(list), [list]);
  const known = useMemo(() => new Map(figures.map((figure) => [figure.id, figure])), [figures]);
  return (
    <div className="paper-text">
      {list.map((block) => {
        switch (block.kind) {
          case 'heading':
            return (
              <HeadingLine key={block.id} level={block.level}>
                {numbers.get(block.id)}
                {block.text}
              </HeadingLine>
            );
          case 'paragraph':
            return (
              <p key={block.id}>
                <Pieces pieces={block.text} names={known} onFigure={onFigure} />
              </p>
            );
          case 'table':
            return (
              <figure key={block.id} className="paper-table">
                <figcaption>{captioned.get(block.id)}</figcaption>
                {block.unit !== undefined && <p className="paper-unit">单位：{block.unit}</p>}
                <PaperTable block={block} names={known} onFigure={onFigure} />
                {block.note !== undefined && <p className="paper-note">注：{block.note}</p>}
              </figure>
            );
          case 'chart':
            return (
              <PaperChart
                key={block.id}
                block={block}
                caption={captioned.get(block.id) ?? block.caption}
                figures={known}
                onFigure={onFigure}
              />
            );
          default:
            return null;
        }
      })}
    </div>
  );
}

function HeadingLine({ level, children }: { readonly level: 1 | 2 | 3; readonly children: ReactNode }) {
  if (level === 1) return <h2>{children}</h2>;
  return level === 2 ? <h3>{children}</h3> : <h4>{children}</h4>;
}

interface PiecesProps {
  readonly pieces: readonly Piece[];
  readonly names: ReadonlyMap<string, FigureJson>;
  onFigure(id: string): void;
}

export const Pieces = ({ pieces, names, onFigure }: PiecesProps) =>
  numbered(pieces).map(({ at: key, value: piece }) => {
    if (typeof piece === 'string') return <span key={key}>{piece}</span>;
    if ('figure' in piece)
      return <FigureButton key={key} text={piece.text} figure={names.get(piece.figure)} onOpen={onFigure} />;
    return (
      <span key={key} {...(piece.light !== undefined && { className: `paper-light paper-light-${piece.light}` })}>
        {piece.taken}
      </span>
    );
  });

interface FigureProps {
  readonly text: string;
  readonly figure: FigureJson | undefined;
  onOpen(id: string): void;
}

/** A number that leads to where it comes from. */
export const FigureButton = ({ text, figure, onOpen }: FigureProps) =>
  figure === undefined ? (
    text
  ) : (
    <button
      type="button"
      className="paper-figure"
      title={figure.name}
      aria-label={`${text}，${figure.name}，看来历`}
      onClick={() => onOpen(figure.id)}
    >
      {text}
    </button>
  );

interface TableProps extends Omit<PiecesProps, 'pieces'> {
  readonly block: Extract<Block, { readonly kind: 'table' }>;
}

const PaperTable = ({ block, names, onFigure }: TableProps) => (
  <ScrollRegion className="paper-scroll" aria-label={block.caption}>
    <table>
      <thead>
        <tr>
          {block.columns.map(({ title, kind }) => (
            <th key={title} scope="col" className={`paper-${kind}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(block.rows).map(({ at, value: row }) => (
          <tr key={at}>
            {numbered(row).map(({ at: column, value: cell }) => (
              <td key={column} className={`paper-${block.columns[column]?.kind ?? 'text'}`}>
                {cell === null ? (
                  <span className="paper-blank">—</span>
                ) : (
                  <Pieces pieces={cell} names={names} onFigure={onFigure} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

export type PaperHead = Pick<BulletinJson, 'title' | 'number' | 'addressee' | 'issuer' | 'signedOn'>;
