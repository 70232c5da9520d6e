/** The registers belong to the organisation slice; the lint of plans knows them by this short way. */
export type {
  ChainEntry,
  RegionEntry,
  RegionLevel,
  Registers,
  UnitEntry,
  UnitLevel,
  UnitRegister,
} from '../../../organisation/domain/index.ts';
export { findUnit, type KnownUnit, liesWithin, parentOf, regionsNamed } from '../../../organisation/domain/index.ts';
