import type { RegionValue, State } from './regions.ts';
import { stateOf } from './regions.ts';

const paths: Readonly<Record<State, string>> = {
  missing: 'M-2,8L8,-2M2,12L12,2',
  suppressed: 'M3,3L7,7M3,7L7,3',
};

export const stateFill = (chart: string, state: State): string => `url(#${chart}-${state})`;

/** How a region without a figure is filled; undefined for one that has its class. */
export function fillOfRegion(chart: string, region: RegionValue | undefined): { readonly fill: string } | undefined {
  const state = region === undefined ? null : stateOf(region);
  return state === null ? undefined : { fill: stateFill(chart, state) };
}

/** Hatching for what is missing, small crosses for what is not shown. */
export function StatePatterns({ chart }: { readonly chart: string }) {
  return (
    <defs>
      {(['missing', 'suppressed'] as const).map((state) => (
        <pattern key={state} id={`${chart}-${state}`} width={10} height={10} patternUnits="userSpaceOnUse">
          <rect className="jw-heat-empty" width={10} height={10} />
          <path className="jw-heat-hatch" d={paths[state]} />
        </pattern>
      ))}
    </defs>
  );
}
