import type { Life } from './life.ts';
import type { RegionLevel } from './register/model.ts';

/** What a region was called and where it belonged during one stretch of its life. */
export interface RegionTerm extends Life {
  readonly name: string;
  /** Code of the region above, null at the top. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
  /** Code of the region that goes on after the last term. */
  readonly successor: string | null;
}

/** A region by its GB/T 2260 code (or a local one), with its terms in the order of time. */
export interface Region {
  readonly code: string;
  readonly level: RegionLevel;
  /** True for a code of our own: development zones have none in the standard. */
  readonly local: boolean;
  readonly terms: readonly RegionTerm[];
}

/** What units are, with the words for people. */
export const unitKinds = {
  department: '部门',
  government: '政府',
  town: '乡镇街道',
  park: '园区',
  association: '协会商会',
  bank: '金融机构',
  enterprise: '企业',
  institution: '事业单位',
  other: '其他',
} as const;
export type UnitKind = keyof typeof unitKinds;

export const regionLevels = {
  province: '省',
  city: '设区市',
  county: '县区',
  town: '乡镇街道',
  zone: '开发区',
} as const;

/** A body that people work for. */
export interface Unit extends Life {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Code of the region it belongs to. */
  readonly region: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly successor: string | null;
  /** Unified social credit code (GB 32100). */
  readonly creditCode: string | null;
  readonly bankAccount: string | null;
  readonly note: string;
}

/** An industry chain that a region promotes. */
export interface Chain extends Life {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly idNumber: string | null;
  readonly email: string | null;
  readonly note: string;
  /** The day from which the person is no longer with us. */
  readonly validTo: string | null;
}

/** A person in a function of a unit. */
export interface Post extends Life {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly title: string;
  /** The one that a person comes in with. */
  readonly main: boolean;
}

/** Leave to act as a post for a while. The last day counts in: `validTo` is the day after it. */
export interface Delegation extends Life {
  readonly id: string;
  readonly postId: string;
  readonly toPerson: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly revokedAt: string | null;
}

export type GrantState = 'proposed' | 'granted' | 'withdrawn';

/** What a post may do, and where. */
export interface PostGrant {
  readonly postId: string;
  readonly roleId: string;
  /** Null: the region of the post's unit. */
  readonly region: string | null;
  /** Empty: all chains. */
  readonly chains: readonly string[];
  readonly state: GrantState;
}
