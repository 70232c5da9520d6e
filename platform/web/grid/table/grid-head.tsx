import { HeadCell, Row } from '../../list/grid-parts.tsx';
import type { Layout } from './grid-columns.ts';

/** The headings: title and unit of each column; they stay above. */
export function GridHead({ layout, rowTitle }: { readonly layout: Layout; readonly rowTitle: string }) {
  return (
    <Row className="jw-entry-row jw-entry-head" aria-rowindex={1}>
      <HeadCell className="jw-entry-title" aria-colindex={1}>
        {rowTitle}
      </HeadCell>
      {layout.drawn.map((drawn, index) =>
        drawn.kind === 'column' ? (
          <HeadCell key={drawn.column.key} aria-colindex={index + 2} data-column={drawn.at} title={drawn.column.title}>
            <span>{drawn.column.title}</span>
            {drawn.column.unit !== '' && <small>{drawn.column.unit}</small>}
          </HeadCell>
        ) : (
          <HeadCell
            key={`${drawn.column.key} ${drawn.reference.key}`}
            className="jw-entry-reference"
            aria-colindex={index + 2}
            aria-label={`${drawn.column.title}，${drawn.reference.title}`}
          >
            <span>{drawn.reference.title}</span>
          </HeadCell>
        ),
      )}
    </Row>
  );
}
