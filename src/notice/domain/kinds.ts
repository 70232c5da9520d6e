/**
 * What messages are about, in the order people choose from them. A closed list: a person decides for each kind whether
 * it also goes to his e-mail, and a web hook which kinds it takes.
 */
export const noticeKinds = {
  todo: { name: '待办', mail: true, note: '交办给您、您的岗位或单位的事项' },
  progress: { name: '事项进展', mail: false, note: '您交办的事项有了答复，或者您办理的事项有了变化' },
  copy: { name: '抄送', mail: false, note: '抄送给您的事项' },
  due: { name: '催办和到期', mail: true, note: '别人催办，或者事项快到期、已逾期' },
  plan: { name: '方案', mail: false, note: '方案导入、发布和修订' },
  warning: { name: '预警', mail: false, note: '指标的新预警：红色的当时告诉您，别的每天合成一条' },
  account: { name: '账号安全', mail: true, note: '登录、口令、第二因素和岗位的变化' },
  system: { name: '系统通知', mail: false, note: '运行和维护的通知' },
} as const satisfies Record<string, { name: string; mail: boolean; note: string }>;

export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindIds = Object.keys(noticeKinds) as readonly NoticeKind[];

/** High: stands out in the list. */
export type Importance = 'normal' | 'high';
