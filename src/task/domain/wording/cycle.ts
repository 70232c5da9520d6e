import type { CycleKind, CycleState } from '../cycle/cycle.ts';

export const cycleStateNames: Readonly<Record<CycleState, string>> = {
  planned: '未开始',
  open: '填报中',
  closed: '已截止',
  frozen: '已冻结',
};

export const cycleKindNames: Readonly<Record<CycleKind, string>> = {
  monthly: '月调度',
  quarterly: '季督查',
  yearly: '年交账',
};
