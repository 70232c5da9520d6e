import type { ChainRef, Cycle, CycleKind, CycleState } from '../cycle/cycle.ts';
import { periodWords } from './day.ts';

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

const called: Readonly<Record<CycleKind, string>> = { monthly: '调度', quarterly: '督查', yearly: '度交账' };

/** 2025年5月调度、2025年第二季度督查、2025年度交账；光电产业链2025年5月调度 */
export const cycleName = ({ kind, period, chain }: Pick<Cycle, 'kind' | 'period' | 'chain'>): string =>
  `${chain === undefined ? '' : chainWords(chain)}${periodWords(period)}${called[kind]}`;

/** A chain as it stands in a sentence: 光电产业链 for 光电 as well. */
export const chainWords = ({ name }: Pick<ChainRef, 'name'>): string => (name.endsWith('链') ? name : `${name}产业链`);
