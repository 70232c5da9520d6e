import { memo } from 'react';
import { px } from '../scale.ts';
import { pointPath } from '../tones.ts';
import { type LineLayout, labelSize } from './layout.ts';

/** Grid, lines and points of a line chart, and where the point that is read out stands. */
export function LinePicture({ layout, at }: { readonly layout: LineLayout; readonly at: number }) {
  const { left, right, top, bottom, ticks, labels, level, target, zero, place } = layout;
  return (
    <>
      {ticks.map(({ value, y, text }) => (
        <g key={value}>
          <path className="jw-chart-grid" d={`M${left},${px(y)}H${px(right)}`} />
          <text className="jw-chart-text" x={left - 8} y={y + 4} textAnchor="end" fontSize={labelSize}>
            {text}
          </text>
        </g>
      ))}
      {zero !== null && <path className="jw-chart-zero" d={`M${left},${px(zero)}H${px(right)}`} />}
      {labels.map(({ at: nth, x, text }) => (
        <text key={nth} className="jw-chart-text" x={x} y={bottom + 20} textAnchor="middle" fontSize={labelSize}>
          {text}
        </text>
      ))}
      {layout.empty && (
        <text className="jw-chart-text" x={(left + right) / 2} y={(top + bottom) / 2} textAnchor="middle" fontSize={14}>
          还没有数
        </text>
      )}
      <path className="jw-chart-guide" data-only-screen="" d={`M${px(place.x(at))},${top + 4}V${px(bottom)}`} />
      {target !== '' && <path className="jw-chart-target" d={target} />}
      {level !== null && <path className="jw-chart-level" d={`M${left},${px(level)}H${px(right)}`} />}
      {layout.lines.map((line) => (
        <DrawnLines key={line.name} line={line} />
      ))}
    </>
  );
}

const DrawnLines = memo(function DrawnLines({ line }: { readonly line: LineLayout['lines'][number] }) {
  const { tone, faint, path, points, forecast, band, ends } = line;
  const look = `jw-tone-${tone} ${faint ? 'jw-chart-faint' : ''}`;
  return (
    <>
      {band !== '' && <path className={`jw-chart-band ${look}`} d={band} />}
      {path !== '' && <path className={`jw-chart-line ${look}`} d={path} />}
      {forecast !== '' && <path className={`jw-chart-ahead ${look}`} d={forecast} />}
      {ends.map(({ x, y }) => (
        <path key="end" className={`jw-chart-point jw-chart-hollow ${look}`} d={pointPath(tone, x, y, 3.5)} />
      ))}
      {points.map(({ at, x, y, hollow }) => (
        <path
          key={at}
          className={`jw-chart-point ${hollow ? 'jw-chart-hollow' : ''} ${look}`}
          d={pointPath(tone, x, y, hollow ? 4 : 3)}
        />
      ))}
    </>
  );
});
