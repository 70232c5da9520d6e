import type { Day } from '../../../kernel/index.ts';

/** What enterprises ask for help with. */
export const appealKindNames = {
  ...{ land: '用地和厂房', labour: '用工', finance: '融资', energy: '水电气', logistics: '物流' },
  ...{ market: '市场和订单', policy: '政策兑现', licence: '审批和证照', other: '其他' },
} as const;
export type AppealKind = keyof typeof appealKindNames;

/** raised: nobody has it yet; sent: a unit answers; answered: the enterprise says whether that will do. */
export const appealStateNames = {
  ...{ raised: '待分办', sent: '办理中', answered: '待评价', closed: '已办结', refused: '不受理', withdrawn: '已撤回' },
} as const;
export type AppealState = keyof typeof appealStateNames;
export const openAppealStates: readonly AppealState[] = ['raised', 'sent', 'answered'];

export type AppealStep = 'raise' | 'send' | 'refuse' | 'answer' | 'judge' | 'reopen' | 'withdraw' | 'task';
export const appealStepNames: Readonly<Record<AppealStep, string>> = {
  ...{ raise: '提出', send: '分办', refuse: '不受理', answer: '答复', judge: '满意', reopen: '不满意，重新办理' },
  ...{ withdraw: '撤回', task: '立为任务' },
};

/** From which states each step goes on. A unit that was given it may be changed as long as it has not answered. */
const from: Readonly<Record<Exclude<AppealStep, 'raise'>, readonly AppealState[]>> = {
  ...{ send: ['raised', 'sent'], refuse: ['raised', 'sent'], answer: ['sent'], judge: ['answered'] },
  ...{ reopen: ['answered'], withdraw: ['raised', 'sent'], task: ['raised', 'sent'] },
};
export const mayStep = (step: keyof typeof from, state: AppealState): boolean => from[step].includes(state);

/** Whether the unit is behind with its answer. */
export const isOverdue = (
  { state, dueOn }: { readonly state: AppealState; readonly dueOn: Day | null },
  on: Day,
): boolean => state === 'sent' && dueOn !== null && dueOn < on;
