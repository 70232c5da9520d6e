import type { KeyboardEvent, ReactNode } from 'react';

interface Props {
  /** What is walked over: 2025 年各月, 各地区. */
  readonly label: string;
  readonly count: number;
  readonly at: number;
  /** Said when a point is reached: its name and all its figures. */
  readonly words: string;
  onWalk(at: number): void;
  /** Where an arrow key leads, when it is not simply the next one; null for the next one. */
  neighbour?(key: string): number | null;
  /** The figures of the point, beside the picture; always there, so that nothing jumps. */
  readonly children: ReactNode;
  readonly picture: ReactNode;
}

/**
 * A picture whose points are walked over with arrow keys, Home and End, and told: one stop of Tab, however many points. It is a
 * slider to a screen reader, which every one of them knows how to move.
 */
export function Walker({ label, count, at, words, onWalk, neighbour, children, picture }: Props) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbour?.(event.key) ?? null;
    if (next === null) return;
    event.preventDefault();
    onWalk(next);
  };
  return (
    <>
      <div className="jw-chart-picture">
        {count > 0 && (
          <input
            type="range"
            className="jw-chart-walk"
            aria-label={label}
            aria-valuetext={words}
            min={0}
            max={count - 1}
            step={1}
            value={at}
            onChange={(event) => onWalk(event.target.valueAsNumber)}
            onKeyDown={onKeyDown}
          />
        )}
        {picture}
      </div>
      {count > 0 && <div className="jw-chart-reading">{children}</div>}
    </>
  );
}

/** A figure of the point that is read out, with the look of its line. */
export function ReadFigure({
  name,
  children,
  note,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly note?: string | undefined;
}) {
  return (
    <span>
      {name} <b>{children}</b>
      {note !== undefined && <small>（{note}）</small>}
    </span>
  );
}
