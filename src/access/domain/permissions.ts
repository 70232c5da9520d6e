/**
 * Everything that can be allowed, as `<slice>.<verb>`, with its name on screens and the kind of post it belongs to:
 * `business` touches what the platform is about; the three administrators' kinds are kept apart from it and from each
 * other (GB/T 22239-2019, three separate administrators).
 */
export const permissions = {
  'plan.read': { name: '查看方案', kind: 'business' },
  'plan.draft': { name: '导入和修改方案', kind: 'business' },
  'plan.review': { name: '核定条目', kind: 'business' },
  'plan.publish': { name: '发布方案', kind: 'business' },
  'plan.export': { name: '导出方案', kind: 'business' },
  'plan.assign': { name: '变更方案归属', kind: 'business' },
  'policy.read': { name: '查看政策', kind: 'business' },
  'policy.try': { name: '试算政策', kind: 'business' },
  'policy.conflicts': { name: '查看政策冲突', kind: 'business' },
  'policy.countersign': { name: '会签条款', kind: 'business' },
  'indicator.read': { name: '查看指标', kind: 'business' },
  'indicator.enter': { name: '填报指标', kind: 'business' },
  'indicator.review': { name: '审核指标', kind: 'business' },
  'indicator.define': { name: '维护填报表和指标', kind: 'business' },
  'indicator.target': { name: '下达和分解目标', kind: 'business' },
  'indicator.detail': { name: '查看不足三家的分组', kind: 'business' },
  'work.assign': { name: '交办事项', kind: 'business' },
  'task.read': { name: '查看任务', kind: 'business' },
  'task.report': { name: '签收任务和报进展', kind: 'business' },
  'task.subdivide': { name: '向下分解任务', kind: 'business' },
  'task.instruct': { name: '立项交办任务', kind: 'business' },
  'task.dispatch': { name: '下达和调度任务', kind: 'business' },
  'task.close': { name: '审定销号', kind: 'business' },
  'project.read': { name: '查看项目', kind: 'business' },
  'project.keep': { name: '登记和更新项目', kind: 'business' },
  'project.review': { name: '核定项目入库和合并', kind: 'business' },
  'enterprise.read': { name: '查看企业档案', kind: 'business' },
  'enterprise.keep': { name: '登记和修改企业', kind: 'business' },
  'enterprise.review': { name: '核定企业变更和合并', kind: 'business' },
  'enterprise.contact': { name: '查看企业联系方式', kind: 'business' },
  'enterprise.ask': { name: '本企业申请变更、自评和申报', kind: 'business' },
  'diagnosis.inspect': { name: '核验数字化诊断', kind: 'business' },
  'ladder.select': { name: '组织遴选', kind: 'business' },
  'ladder.score': { name: '专家评分', kind: 'business' },
  'chain.read': { name: '查看产业链', kind: 'business' },
  'chain.keep': { name: '维护产业链档案', kind: 'business' },
  'report.read': { name: '查看通报简报', kind: 'business' },
  'report.write': { name: '起草通报简报', kind: 'business' },
  'report.sign': { name: '签发通报简报', kind: 'business' },
  'report.template': { name: '维护文稿模板', kind: 'business' },
  'organisation.read': { name: '查看组织机构', kind: 'common' },
  'organisation.write': { name: '维护组织机构', kind: 'system' },
  'person.sensitive': { name: '查看完整的电话和证件号', kind: 'system' },
  'account.manage': { name: '开设和停用账号', kind: 'system' },
  'notice.settings': { name: '设置消息发送', kind: 'system' },
  'system.read': { name: '查看运行状况', kind: 'system' },
  'account.read': { name: '查看账号', kind: 'administrator' },
  'access.read': { name: '查看角色和授权', kind: 'administrator' },
  'access.grant': { name: '给岗位授权', kind: 'security' },
  'access.role': { name: '维护角色', kind: 'security' },
  'account.secure': { name: '解锁账号、强制下线', kind: 'security' },
  'audit.read': { name: '查看审计日志', kind: 'audit' },
  'audit.export': { name: '导出和核验审计日志', kind: 'audit' },
} as const satisfies Record<string, { name: string; kind: PermissionKind }>;

/** `common` goes with any other kind, `administrator` with any of the three administrators' kinds. */
export type PermissionKind = 'business' | 'common' | 'administrator' | AdministratorKind;
export type AdministratorKind = 'system' | 'security' | 'audit';
export type Permission = keyof typeof permissions;

export const administratorKinds: readonly AdministratorKind[] = ['system', 'security', 'audit'];

export const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text);

/** What an endpoint asks for: a permission, a person of any kind for one's own things, or nothing (the way in). */
export type Requirement = Permission | 'signed-in' | 'anyone';
