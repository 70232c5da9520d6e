import type { Key } from '../svg-keys.tsx';
import { pointPath } from '../tones.ts';
import { type LineInput, toneOfLine } from './model.ts';

/** What each look of a line chart means. */
export function lineKeys({ lines, target, level }: LineInput): readonly Key[] {
  const keys: Key[] = lines.map(({ name, kind }, at) => {
    const tone = toneOfLine(lines, at);
    return {
      name,
      sample: (
        <>
          <path className={`jw-chart-line jw-tone-${tone} ${kind === 'earlier' ? 'jw-chart-faint' : ''}`} d="M0,7H20" />
          {kind !== 'earlier' && <path className={`jw-chart-point jw-tone-${tone}`} d={pointPath(tone, 10, 7, 3.5)} />}
        </>
      ),
    };
  });
  for (const [at, { forecast }] of lines.entries()) {
    if (forecast === undefined) continue;
    const tone = toneOfLine(lines, at);
    keys.push({ name: forecast.name, sample: <path className={`jw-chart-ahead jw-tone-${tone}`} d="M0,7H20" /> });
    if (forecast.low !== undefined && forecast.high !== undefined)
      keys.push({
        name: forecast.interval ?? '区间',
        sample: <path className={`jw-chart-band jw-tone-${tone}`} d="M0,1H20V13H0Z" />,
      });
  }
  if (target !== undefined) keys.push({ name: target.name, sample: <path className="jw-chart-target" d="M0,7H20" /> });
  if (level !== undefined) keys.push({ name: level.name, sample: <path className="jw-chart-level" d="M0,7H20" /> });
  const first = lines.findIndex(({ preliminary }) => preliminary?.includes(true));
  if (first >= 0) {
    const tone = toneOfLine(lines, first);
    keys.push({
      name: '初步数',
      sample: <path className={`jw-chart-point jw-chart-hollow jw-tone-${tone}`} d={pointPath(tone, 10, 7, 4)} />,
    });
  }
  return keys;
}
