/** What tells one project from another. */
export interface Likened {
  readonly name: string;
  readonly code: string | null;
  readonly enterprise: string;
  readonly creditCode: string | null;
  readonly site: string;
  readonly scope: string;
  readonly totalFen: number;
}

export const likenessParts = ['code', 'credit', 'enterprise', 'name', 'site', 'scope', 'total'] as const;
export type LikenessPart = (typeof likenessParts)[number];
export const likenessNames: Readonly<Record<LikenessPart, string>> = {
  code: '项目代码',
  credit: '信用代码',
  enterprise: '企业',
  name: '项目名称',
  site: '地点',
  scope: '建设内容',
  total: '总投资',
};

/** How alike two projects are, in percent, and what of them. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly {
    readonly part: LikenessPart;
    /** In percent; 100: the same. */
    readonly alike: number;
  }[];
}
