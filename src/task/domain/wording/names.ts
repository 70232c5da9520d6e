import type { DutyState, Role, UrgingStep } from '../model/index.ts';

/** What people call the states, roles and steps. */
export const dutyStateNames: Readonly<Record<DutyState, string>> = {
  planned: '未下达',
  sent: '待签收',
  signed: '办理中',
  'handed-back': '已退回',
  submitted: '待销号',
  closed: '已销号',
  replaced: '已改派',
  withdrawn: '已撤销',
};

export const roleNames: Readonly<Record<Role, string>> = { lead: '牵头', cooperating: '配合' };

export const urgingNames: Readonly<Record<UrgingStep, string>> = {
  urge: '催办',
  supervise: '督办',
  escalate: '报链长',
};
