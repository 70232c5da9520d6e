/** The registers: how regions, government units and industry chains are properly called, and what else they are called. */
export interface Registers {
  readonly regions: readonly RegionEntry[];
  readonly units: readonly UnitRegister[];
  readonly chains: readonly ChainEntry[];
}

export type RegionLevel = 'province' | 'city' | 'county' | 'town' | 'zone';

export interface RegionEntry {
  /** GB/T 2260 code (6 digits), town code (9 digits) or a local code such as `360900-Z01`. */
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  /** Given for local codes and towns; counties and cities have it in their code. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null = always. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successor: string | null;
  /** True for a code of our own: development zones have none in the standard. */
  readonly local: boolean;
}

export interface ChainEntry {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

export type UnitLevel = 'national' | 'province' | 'city' | 'county';

export interface UnitEntry {
  readonly id: string;
  readonly national: readonly string[];
  readonly province: readonly string[];
  readonly city: readonly string[];
  readonly county: readonly string[];
  /** The forms of cities and of counties when they are the same. */
  readonly local: readonly string[];
  /** Spellings with the place in the middle: `中国人民银行{地}分行`. */
  readonly places: readonly string[];
}

export interface UnitRegister {
  readonly prefixes: Readonly<Record<'province' | 'city' | 'county', readonly string[]>>;
  readonly units: readonly UnitEntry[];
  /** What follows the name of a region in the name of its own government or managing body. */
  readonly governments: Readonly<Record<RegionLevel, readonly string[]>>;
  readonly collectives: {
    readonly starts: readonly string[];
    readonly ends: readonly string[];
    readonly words: readonly string[];
  };
}
