import type { ScopeKind } from '../../../access/index.ts';

/** Over what a role holds, in words. */
export const scopeWords: Readonly<Record<ScopeKind, string>> = {
  region: '管授权的地区及以下',
  unit: '管本单位和下属单位',
  published: '只看本地区和上级已发布的',
  installation: '管平台本身，不碰业务数据',
};
