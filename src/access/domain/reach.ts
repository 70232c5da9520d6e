/** Where a record belongs; null where it belongs to none. */
export interface Place {
  /** Code of the region, as in the region register. */
  readonly regionId: string | null;
  readonly unitId: string | null;
  readonly chainId: string | null;
}

/**
 * The places that an actor's grant holds over, with everything below already counted in. `everything` is the platform
 * itself. Each set is exact: a record is in reach when one of them says so.
 */
export interface Reach {
  readonly everything: boolean;
  /** Regions whose records are all in reach. */
  readonly regions: ReadonlySet<string>;
  /** Units whose records are all in reach. */
  readonly units: ReadonlySet<string>;
  /** `chain@region`: records of the chain in the region. */
  readonly chains: ReadonlySet<string>;
  /** `unit@chain`: records of the unit that are of the chain. */
  readonly unitChains: ReadonlySet<string>;
  /** The post's own region and those above it: what is published there is for it to read. */
  readonly above: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export const noReach: Reach = {
  everything: false,
  regions: none,
  units: none,
  chains: none,
  unitChains: none,
  above: none,
};

export const wholeReach: Reach = { ...noReach, everything: true };

/** Whether a record of this place is in reach. The database's own rule (jw_covers) says the same. */
export function covers(reach: Reach, { regionId, unitId, chainId }: Place): boolean {
  if (reach.everything) return true;
  if (regionId !== null && reach.regions.has(regionId)) return true;
  if (unitId !== null && reach.units.has(unitId)) return true;
  if (chainId === null) return false;
  if (regionId !== null && reach.chains.has(`${chainId}@${regionId}`)) return true;
  return unitId !== null && reach.unitChains.has(`${unitId}@${chainId}`);
}
