/** Where a warning is about: a region with all below it, or what a unit reports. */
export interface WatchedPlace {
  readonly regionId: string;
  /** '' for the region itself. */
  readonly unitId: string;
}

/** One word for it, so that a region and a unit of one name are never taken for each other. */
export const placeKey = ({ regionId, unitId }: WatchedPlace): string =>
  unitId === '' ? `region:${regionId}` : `unit:${unitId}`;
