import type { ReactNode } from 'react';
import type { Span } from '../../../../kernel/index.ts';
import { kindSign, severitySign } from '../../wording/words.ts';
import { type Mark, type Segment, segmentsOf } from './marks.ts';

/** The words between two places. */
export type Words = (start: number, end: number) => string;

interface Props {
  readonly line: Span;
  readonly marks: readonly Mark[];
  readonly words: Words;
}

/** A line cut where marks begin and end. Marks over the same words lie inside each other, so that all are seen. */
export function MarkedLine({ line, marks, words }: Props) {
  return segmentsOf(line, marks).map((segment) => (
    <span key={segment.start} className="stretch">
      {wrapped(segment, 0, words)}
    </span>
  ));
}

function wrapped(segment: Segment, depth: number, words: Words): ReactNode {
  const mark = segment.marks[depth];
  // `data-at` leads from a selection on the screen back to the place in the text.
  if (mark === undefined) return <span data-at={segment.start}>{words(segment.start, segment.end)}</span>;
  const first = segment.start === mark.start;
  const look = mark.severity === null ? `mk-${mark.kind}` : `mk-finding mk-${mark.severity}`;
  return (
    <span
      className={`mk ${look} ${mark.open ? 'mk-open' : ''} ${first ? 'mk-first' : ''}`}
      data-id={mark.id}
      {...(first && { 'data-sign': mark.kind === 'finding' ? severitySign[mark.severity!] : kindSign[mark.kind] })}
    >
      {wrapped(segment, depth + 1, words)}
    </span>
  );
}
