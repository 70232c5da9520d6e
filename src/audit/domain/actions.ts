/**
 * Everything that stands in the log as an action, `<slice>.<verb>`, with its words on screens. A slice adds its own
 * here: an action without words does not compile.
 */
export const actions = {
  'request.refuse': '请求被拒绝',
  'audit.export': '导出审计日志',
  'audit.verify': '核验审计日志',
  'plan.import': '导入方案',
  'plan.import-edition': '导入修订稿',
  'plan.correct-head': '更正标题、文号等',
  'plan.add-item': '补录条目',
  'plan.correct-item': '更正条目',
  'plan.delete-item': '删去条目',
  'plan.merge-items': '合并条目',
  'plan.review-items': '核定条目',
  'plan.dismiss-finding': '注明体检结果不必处理',
  'plan.reopen-finding': '收回不必处理的说明',
  'plan.undo': '撤销修改',
  'plan.redo': '重做修改',
  'plan.publish': '发布方案',
  'plan.start-draft': '起草修订',
  'plan.discard-draft': '放弃草案',
  'plan.restore-draft': '恢复草案',
  'plan.set-parents': '指明上位规划',
  'plan.assign': '变更方案归属',
  'notice.preferences': '设定邮件提醒',
  'notice.settings': '设定消息发送',
  'notice.mail': '设定发信服务器',
  'notice.test-mail': '试发邮件',
  'notice.add-hook': '加网络钩子',
  'notice.set-hook': '改网络钩子',
  'notice.remove-hook': '去掉网络钩子',
  'notice.test-hook': '试呼网络钩子',
  'notice.resend': '重发消息',
  'notice.drop': '不再发消息',
  'work.give': '交办事项',
  'work.claim': '接办事项',
  'work.release': '放回事项',
  'work.finish': '办结事项',
  'work.return': '退回事项',
  'work.urge': '催办事项',
  'work.withdraw': '撤回事项',
  'work.reassign': '改派事项',
  'work.save-view': '存视图',
  'work.remove-view': '去掉视图',
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof actions;

/** Words of an action for people; the action itself when it is not known (an entry of a newer program). */
export const actionName = (action: string): string =>
  Object.hasOwn(actions, action) ? actions[action as AuditAction] : action;
