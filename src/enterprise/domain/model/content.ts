import type { Day } from '../../../kernel/index.ts';

/** What the register keeps of an enterprise itself, beside its titles, figures and papers. Money is whole fen. */

export const scales = ['large', 'medium', 'small', 'micro'] as const;
export type Scale = (typeof scales)[number];
export const scaleNames: Readonly<Record<Scale, string>> = {
  large: '大型',
  medium: '中型',
  small: '小型',
  micro: '微型',
};

/** `suspended` 停业, `revoked` 吊销, `cancelled` 注销: it no longer is; `moved-out` is elsewhere. */
export const states = ['open', 'suspended', 'revoked', 'cancelled', 'moved-out'] as const;
export type EnterpriseState = (typeof states)[number];
export const stateNames: Readonly<Record<EnterpriseState, string>> = {
  open: '在业',
  suspended: '停业',
  revoked: '吊销',
  cancelled: '注销',
  'moved-out': '迁出',
};

export interface EnterpriseContent {
  /** GB 32100, cleaned; null: not known yet. */
  readonly code: string | null;
  /** Why a code that does not keep every rule was taken; null where it keeps them. */
  readonly codeReason: string | null;
  readonly name: string;
  readonly shortName: string;
  /** Names it had, or is called by elsewhere. */
  readonly otherNames: readonly string[];
  readonly legalRepresentative: string;
  readonly address: string;
  readonly regionId: string;
  /** Unit of the park that it lies in. */
  readonly parkId: string | null;
  /** GB/T 4754-2017, two to four digits. */
  readonly industry: string | null;
  readonly scale: Scale | null;
  readonly foundedOn: Day | null;
  readonly capitalFen: number | null;
  /** What its licence allows, as written there. */
  readonly scope: string;
  /** What it makes or does, one thing each. */
  readonly products: readonly string[];
  readonly state: EnterpriseState;
  /** Its own unit, whose people come in as the enterprise. */
  readonly unitId: string | null;
  /** The chain that it mainly belongs to. */
  readonly chainId: string | null;
}

export type EnterprisePart = keyof EnterpriseContent;

/** A title or listing that it was given. */
export interface EnterpriseTitle {
  readonly id: string;
  /** Of packs/base/titles.yaml. */
  readonly kind: string;
  readonly level: TitleLevel;
  /** Of the certificate or the list; '' where there is none. */
  readonly number: string;
  readonly givenOn: Day;
  /** First day on which it no longer holds; null: without end. */
  readonly endsOn: Day | null;
  /** Taken away before its time. */
  readonly endedOn: Day | null;
  readonly endedReason: string | null;
  readonly edition: string | null;
  /** The paper that says so. */
  readonly source: string;
}

export const titleLevels = ['national', 'province', 'city', 'county'] as const;
export type TitleLevel = (typeof titleLevels)[number];
export const titleLevelNames: Readonly<Record<TitleLevel, string>> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
};

/** `declared` by the enterprise, `reported` through a form or an office, `audited` by an accountant or the bureau. */
export const figureVintages = ['declared', 'reported', 'audited'] as const;
export type FigureVintage = (typeof figureVintages)[number];
export const figureVintageNames: Readonly<Record<FigureVintage, string>> = {
  declared: '企业自报',
  reported: '部门上报',
  audited: '审计核定',
};
