import type { AuditAction } from './actions.ts';

/** Which record something was done to. */
export interface AuditRecord {
  readonly kind: RecordKind;
  readonly id: string;
  /** As people know it, at that moment: it is kept with the entry. */
  readonly name: string;
}

/** Where the record belongs; null where it belongs to none. */
export interface AuditPlace {
  readonly regionId: string | null;
  readonly unitId: string | null;
  readonly chainId: string | null;
}

/** The clause or task on whose ground something was done. */
export interface AuditBasis {
  readonly planId: string;
  /** Null for the plan as a whole. */
  readonly itemId: string | null;
}

/** One field before and after; null where there was or is nothing. */
export interface AuditChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a command tells of one change; who, when and where from are known already. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly record: AuditRecord;
  readonly place?: AuditPlace | undefined;
  readonly basis?: AuditBasis | null | undefined;
  /** As `changesOf` makes them. Personal data is masked and long values are cut before they are kept. */
  readonly changes?: readonly AuditChange[] | undefined;
  readonly reason?: string | undefined;
}

/** Kinds of record with their names on screens. A slice adds its own here. */
export const recordKinds = {
  plan: '方案',
  meeting: '会议',
  project: '项目',
  'project-pair': '相同项目',
  'project-norm': '项目时限',
  enterprise: '企业',
  selection: '遴选批次',
  'title-removal': '称号退出',
  diagnosis: '数字化诊断',
  'diagnosis-campaign': '诊断任务',
  'diagnosis-provider': '数字化服务商',
  clause: '政策条款',
  warning: '预警',
  'watch-limits': '预警规则',
  observation: '指标数据',
  report: '报表',
  bulletin: '文稿',
  'bulletin-template': '文稿模板',
  target: '目标',
  task: '任务',
  cycle: '调度',
  'dispatch-rules': '调度规则',
  import: '导入',
  form: '填报表',
  sheet: '填报',
  roster: '填报名录',
  machine: '接口令牌',
  figures: '数据',
  region: '地区',
  unit: '单位',
  chain: '产业链',
  person: '人员',
  post: '岗位',
  delegation: '委托',
  grant: '授权',
  role: '角色',
  organisation: '组织机构',
  account: '账号',
  session: '登录',
  notice: '消息',
  'notice-settings': '消息设置',
  work: '事项',
  view: '视图',
  setting: '个人设置',
  audit: '审计日志',
  request: '请求',
} as const;
export type RecordKind = keyof typeof recordKinds;

/** Name of a kind of record on screens; the kind itself when it is not known. */
export const recordKindName = (kind: string): string =>
  Object.hasOwn(recordKinds, kind) ? recordKinds[kind as RecordKind] : kind;
