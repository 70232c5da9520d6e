import type { PlacingRunJson } from '../../contract/map.ts';
import type { StoredPlacing } from '../../store.ts';

export const runJson = ({ chainId: _chain, seenNo: _no, regionId: _region, ...run }: StoredPlacing): PlacingRunJson =>
  run;
