/** What tells one enterprise from another, as written wherever it comes from; '' where nothing is. */
export interface Likened {
  readonly code: string;
  readonly name: string;
  /** Names that it had. */
  readonly otherNames: readonly string[];
  readonly address: string;
  readonly legalRepresentative: string;
  readonly phone: string;
}

export const likenessParts = ['code', 'name', 'place', 'form', 'address', 'legalRepresentative', 'phone'] as const;
export type LikenessPart = (typeof likenessParts)[number];
export const likenessNames: Readonly<Record<LikenessPart, string>> = {
  code: '信用代码',
  name: '字号和行业',
  place: '名称里的地名',
  form: '组织形式',
  address: '地址',
  legalRepresentative: '法定代表人',
  phone: '电话',
};

/** What was found of a part. */
export const findings = {
  same: '相同',
  typo: '只差音近、形近或颠倒的字',
  edit: '只差一个字',
  short: '一个是简称',
  wider: '一个多几个通用的字',
  former: '和曾用名相同',
  near: '相近',
  within: '一个在另一个里面',
  missing: '有一个没有写',
  other: '不同',
  trade: '字号相同，行业不同',
  numbered: '编号或者分支不同',
  far: '不在一个市',
  broken: '有一个不合编码规则',
} as const;
export type Finding = keyof typeof findings;

export interface LikenessReason {
  readonly part: LikenessPart;
  readonly finding: Finding;
  /** In tenths: what it adds to the likeness, or takes from it. */
  readonly weight: number;
}

/** How alike two enterprises are, of a thousand, and why. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}
