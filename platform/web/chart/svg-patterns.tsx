import { toneOf, tones } from './tones.ts';

/** Lines over the colour of a tone, in a square of 8; the first two are told apart by lightness alone. */
const stripes: Readonly<Record<number, string>> = {
  2: 'M-2,6L6,-2M0,10L10,0M4,12L12,4',
  3: 'M2,0V8M6,0V8',
  4: 'M0,2H8M0,6H8',
  5: 'M0,0L8,8M0,8L8,0',
};

export const patternId = (chart: string, tone: number): string => `${chart}-tone-${toneOf(tone)}`;
const solid = (tone: number): boolean => stripes[toneOf(tone)] === undefined;

/** How an area of a tone is filled: by its colour, or by a pattern of the chart that has `TonePatterns`. */
export const fillOf = (chart: string, tone: number): string | undefined =>
  solid(tone) ? undefined : `url(#${patternId(chart, tone)})`;

/** Patterns for areas, one for each tone that needs one. */
export function TonePatterns({ chart }: { readonly chart: string }) {
  return (
    <defs>
      {Array.from({ length: tones }, (_, tone) => tone)
        .filter((tone) => !solid(tone))
        .map((tone) => (
          <pattern key={tone} id={patternId(chart, tone)} width={8} height={8} patternUnits="userSpaceOnUse">
            <rect className={`jw-chart-fill jw-tone-${tone}`} width={8} height={8} />
            <path className="jw-chart-stripe" d={stripes[tone]} />
          </pattern>
        ))}
    </defs>
  );
}
