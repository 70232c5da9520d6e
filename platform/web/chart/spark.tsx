import { layoutMini, spanOf } from './line/mini.ts';
import { MiniPicture } from './line/mini-picture.tsx';
import './chart.css';

interface Props {
  readonly values: readonly (number | null)[];
  readonly target?: readonly (number | null)[];
  /** What it says, for who cannot see it: 上升，从 12 到 30. */
  readonly words: string;
  /** At most 120. */
  readonly width?: number;
}

const widest = 120;
const height = 24;

/** A line as small as a word, for a cell of a table. */
export function Spark({ values, target = [], words, width = 96 }: Props) {
  const size = [Math.min(widest, width), height] as const;
  return (
    <svg
      className="jw-spark"
      viewBox={`0 0 ${size[0]} ${height}`}
      width={size[0]}
      height={height}
      role="img"
      aria-label={words}
    >
      <MiniPicture mini={layoutMini(values, target, spanOf([values, target]), size)} size={size} />
    </svg>
  );
}
