import { type Catalogue, figure } from './catalogue.ts';

const states: Readonly<Record<string, string>> = {
  open: '待接',
  claimed: '办理中',
  done: '已办结',
  returned: '已退回',
  withdrawn: '已撤回',
};

/** Sentences for the refusals of the workbench. */
export const workMessages: Catalogue = {
  'work-unknown': (r) => `没有编号为 ${figure(r.given)} 的事项，或者不在您的范围内。请回到工作台重新选择。`,
  'work-changed': () => '您打开之后，别人已经处理过这个事项，所以没有保存。请刷新后再看。',
  'work-not-possible': (r) =>
    `这个事项现在是「${states[String(r.given)] ?? figure(r.given)}」，或者不由您的岗位办理，不能这样做。请刷新后再看。`,
  'due-in-past': (r) => `期限 ${figure(r.given)} 已经过去。请填写今天（${figure(r.limit)}）或以后的日期。`,
  'party-unknown': (r) => `没有 ${figure(r.given)} 这个单位、岗位或人员，或者已经撤销。请重新选择。`,
  'party-out-of-reach': (r) =>
    `「${figure(r.given)}」不在您可以交办的范围内。请选择本范围的单位；按产业链授权的，请先选产业链。`,
  'party-twice': (r) => `「${figure(r.given)}」选了两次。请去掉一个。`,
  'too-many-views': (r) => `这个清单的视图已有 ${figure(r.limit)} 个，不能再存。请先去掉不用的。`,
  'setting-too-large': (r) => `这项设置太大（${figure(r.given)} 字），没有保存。请减少一些。`,
};
