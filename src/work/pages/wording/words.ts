import type { boxes } from '../../contract/item.ts';
import type { WorkStep } from '../../domain/index.ts';

/** Names of the boxes, in the order of the tabs. */
export const boxNames: Readonly<Record<(typeof boxes)[number], string>> = {
  todo: '待办',
  done: '已办',
  given: '我发起',
  copied: '抄送',
  scope: '本范围全部',
};

/** What a step of the history says. */
export const stepNames: Readonly<Record<WorkStep, string>> = {
  open: '交办',
  claim: '接办',
  release: '放回',
  finish: '办结',
  return: '退回',
  urge: '催办',
  withdraw: '撤回',
  reassign: '改派',
  close: '随方案办结',
};

const precise = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2025-03-01 08:00` in Chinese time, wherever the reader is. */
export const momentOf = (at: string): string => precise.format(new Date(at));

/** Who and as what, in one line: 芦洲区工信局 科员 填报员甲. */
export const doerWords = ({ name, post }: { readonly name: string; readonly post: string | null }): string =>
  post === null ? name : `${post} ${name}`;
