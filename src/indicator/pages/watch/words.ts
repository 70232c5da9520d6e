import { urgencyNames, type WarningBox, type WarningJson, type WarningRowJson } from '../../contract.ts';
import { figureWords, percentWords, type Urgency } from '../../domain/index.ts';
import { fraction } from '../../domain/number/fraction.ts';

export const boxNames: Readonly<Record<WarningBox, string>> = {
  open: '待处理',
  ...urgencyNames,
  aside: '已搁置',
  over: '已消除',
  all: '全部',
};

export const lightWords: Readonly<Record<Urgency, string>> = { red: '红色', yellow: '黄色', blue: '蓝色' };

const workStates = {
  open: '待接',
  claimed: '办理中',
  done: '已办结',
  returned: '已退回',
  withdrawn: '已撤回',
} as const;

/** Who is at it, in a few words: `芦洲区工信局 办理中`. */
export const workWords = ({ kind, assignee, state }: WarningRowJson['work'][number]): string =>
  `${kind === 'handle' ? '请' : ''}${assignee}${kind === 'handle' ? '协助' : ''} ${workStates[state]}`;

/** How it stands: until when it was put aside, and that it is over. */
export function stateWords({ state, aside }: Pick<WarningRowJson, 'state' | 'aside'>): string {
  if (state === 'aside') return aside?.until == null ? '已搁置，到原因消除' : `已搁置到 ${aside.until}`;
  return state === 'over' ? '已消除' : '待处理';
}

/** A figure behind a warning; `—` where there is none. */
export const valueWords = (value: string | null, written: WarningJson['written']): string =>
  value === null ? '—' : figureWords(BigInt(value), written ?? { unit: '', decimals: 0 });

export const rateWords = (rate: number | null): string =>
  rate === null ? '—' : percentWords(fraction(BigInt(Math.round(rate * 100_000)), 100_000n));
