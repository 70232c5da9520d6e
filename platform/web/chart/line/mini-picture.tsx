import { px } from '../scale.ts';
import { pointPath } from '../tones.ts';
import type { Mini } from './mini.ts';

/** What a small line is drawn with. */
export function MiniPicture({
  mini,
  size: [width],
}: {
  readonly mini: Mini;
  readonly size: readonly [number, number];
}) {
  const { path, dots, target, zero } = mini;
  return (
    <>
      {zero !== null && <path className="jw-chart-grid" d={`M0,${px(zero)}H${width}`} />}
      {target !== '' && <path className="jw-chart-target jw-mini-target" d={target} />}
      {path !== '' && <path className="jw-chart-line jw-mini-line jw-tone-1" d={path} />}
      {dots.map(({ at, x, y, last }) => (
        <path key={at} className="jw-chart-point jw-tone-1" d={pointPath(1, x, y, last ? 2.5 : 1.5)} />
      ))}
    </>
  );
}
