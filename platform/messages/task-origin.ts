import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const of = (r: Refusal, otherwise: string): string => place(r, otherwise);
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for what is refused when tasks are made of plans, and at meetings. */
export const taskOriginMessages: Catalogue = {
  'task-plan-unpublished': () => '这个方案还没有发布，不能立项。请先核定并发布。',
  'task-plan-far': (r) => `${of(r, '这个方案')}不归您的岗位立项。请由发布方案的地区办理。`,
  'task-plan-old': (r) =>
    `${of(r, '这个方案')}的第 ${figure(r.given)} 版不是最新的一版，不能立项。请看第 ${figure(r.limit)} 版。`,
  'task-plan-item': (r) => `${of(r, '这个方案')}里没有这一项（${figure(r.given)}）。请刷新页面查看。`,
  'task-plan-item-made': (r) => `${of(r, '这一项')}已经立项，一项只立一次。请刷新页面查看。`,
  'task-plan-nothing': (r) => `${of(r, '这个方案')}没有可以直接立项的任务。请先核对有疑点的。`,
  'task-plan-name': (r) => `${of(r, '这个方案')}的任务里没有叫${given(r)}的单位。请刷新页面查看。`,
  'task-plan-unchanged': (r) => `${of(r, '这一项')}和新版没有不同，或者已经处理过。请刷新页面查看。`,
  'task-plan-by-hand': (r) => `${of(r, '这项任务')}不能照新版直接改：${figure(r.given)}请到任务页上办理。`,
  'meeting-unknown': (r) => `没有找到编号为 ${figure(r.given)} 的会议，或者它不在您的范围里。请刷新后再找。`,
  'meeting-ended': (r) => `${of(r, '这个会')}已在 ${figure(r.given)} 散会，纪要不能再改。请另开一个会。`,
  'meeting-far': (r) => `${of(r, '这个会')}不归您的岗位管。请由开会的单位办理。`,
  'meeting-chain': (r) => `产业链（${figure(r.given)}）不在您的范围里。请另选一条。`,
  'meeting-item': (r) => `${of(r, '这个会')}的议程里没有这一项（${figure(r.given)}）。请刷新页面查看。`,
  'meeting-item-twice': (r) => `${given(r)}在议程里列了两次。请去掉一个。`,
  'meeting-item-decided': (r) => `${given(r)}已经议定，不能从议程里拿掉。请保留它。`,
  'meeting-item-task': (r) => `议程上的${given(r)}没有对应的任务，不能这样议定。请记一笔或者立任务。`,
};
