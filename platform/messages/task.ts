import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这项任务');
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for tasks, dispatch and urging that are refused. */
export const taskMessages: Catalogue = {
  'task-title': (r) => `任务的名称应有 1 到 ${figure(r.limit)} 个字，现在是 ${figure(r.given)} 个。请改正。`,
  'task-lead-missing': (r) => `${at(r)}没有牵头单位。请定一个。`,
  'task-unknown': (r) => `没有找到编号为 ${figure(r.given)} 的任务，或者它不在您的范围里。请刷新后再找。`,
  'task-other-office': (r) => `${at(r)}由别的单位立项，您的岗位不能替它办。请联系立项的单位。`,
  'task-without-office': () => '您没有以某个单位的岗位办事，不能立项。请换一个岗位。',
  'task-unit-far': (r) => `${given(r)}不在您可以分派的地区。请选本地区和以下的单位。`,
  'task-sent': (r) => `${at(r)}已经下达给全部单位。请刷新页面查看。`,
  'task-withdrawn': (r) => `${at(r)}已在 ${figure(r.given)} 撤销，不能再办。请刷新页面查看。`,
  'task-reason-missing': (r) => `${at(r)}没有写说明。请用一两句话写清楚。`,
  'task-words-long': (r) => `${at(r)}的说明有 ${figure(r.given)} 个字，最多 ${figure(r.limit)} 个。请写短一些。`,
  'task-figure': (r) => `${at(r)}的数${given(r)}不对。请填不小于 0 的数，位数不要超过规定。`,
  'duty-unknown': (r) => `${at(r)}里没有这个责任单位（${figure(r.given)}）。请刷新页面查看。`,
  'duty-twice': (r) => `${at(r)}里${given(r)}的同一份责任写了两次。请删去一个，或者写明各自的分工。`,
  'duty-state': (r) => `${at(r)}现在是${given(r)}，只有「${figure(r.limit)}」时才能这样做。请刷新页面查看。`,
  'duty-other-unit': (r) => `这是${at(r)}的责任，${figure(r.given)}不在这个单位。请由这个单位的人来办。`,
  'duty-goes-with-lead': (r) => `${at(r)}没有单独的分工和时限，随牵头单位一起销号。请由牵头单位报送。`,
  'duty-evidence-missing': (r) => `${at(r)}没有附证明材料，不能销号。请附上文件、照片或者链接。`,
  'evidence-unknown': (r) => `材料${given(r)}没有上传到这份责任。请重新上传，再报送。`,
  'evidence-link': (r) => `${given(r)}不是网址。请写以 http:// 或 https:// 开头的网址。`,
  'evidence-unused': (r) =>
    `${at(r)}已上传 ${figure(r.given)} 份还没有用到的材料，最多 ${figure(r.limit)} 份，合计不超过 200 MB。请先报送，再上传。`,
  'evidence-missing': () => '没有找到这份材料，或者它不在您的范围里。请刷新页面查看。',
  'duty-second-person': (r) => `${figure(r.given)}报过${at(r)}的进展，不能自己销号。请由另一个人审核。`,
  'duty-parts-open': (r) => `${at(r)}里${given(r)}的分工还没有销号。请先办结配合单位的分工。`,
  'unit-unresolved': (r) => `${at(r)}的责任单位${given(r)}还没有对应到具体单位。请先选定单位，再下达。`,
  'reassign-day': (r) =>
    `改派给${at(r)}的时限 ${figure(r.given)} 已经过了，今天是 ${figure(r.limit)}。请给新单位定一个今天以后的日期。`,
  'extension-without-deadline': (r) => `${at(r)}没有自己的时限，不用申请延期。请和牵头单位商量。`,
  'extension-waits': (r) => `${at(r)}已有一份延期申请等待答复。请等答复后再申请。`,
  'extension-none': (r) => `${at(r)}没有等待答复的延期申请。请刷新页面查看。`,
  'extension-day': (r) => `${at(r)}的新日期 ${figure(r.given)} 不晚于 ${figure(r.limit)}。请选更晚的一天。`,
  'extension-second-person': (r) => `不能答复自己提出的延期申请（${at(r)}）。请由另一个人答复。`,
  'deliverable-unknown': (r) => `${at(r)}没有这项成果（${figure(r.given)}），或者写了两次。请刷新页面查看。`,
  'deliverable-not-reported': (r) => `${at(r)}的数由指标、活动自动得出，或者由别的单位报送。请不要在这里填。`,
  'deliverable-span': (r) => `${at(r)}的期末 ${figure(r.given)} 早于期初 ${figure(r.limit)}。请改正。`,
  'deliverable-events': (r) => `${at(r)}的数来自项目库，还没有写明数什么项目。请选到哪一步、投资多少以上。`,
  'deliverable-events-unit': (r) =>
    `${at(r)}的单位${given(r)}和数的方法不合：数完成投资时用 ${figure(r.limit)}，数项目时用“个”这样的单位。请改正。`,
  'deliverable-events-mode': (r) => `${at(r)}数的是完成投资，只能是一段时间的合计。请选“累计”或“一年里”。`,
  'deliverable-events-region': (r) =>
    `${at(r)}要数的地区 ${figure(r.given)} 不在立项单位的地区以内。请选本地区和以下的。`,
  'milestone-unknown': (r) => `${at(r)}没有这个节点（${figure(r.given)}）。请刷新页面查看。`,
  'milestone-reached': (r) => `${at(r)}已在 ${figure(r.given)} 完成。请刷新页面查看。`,
  'dependency-circle': (r) => `任务的先后成了圈：${figure(r.given)}。请去掉其中一个先后关系。`,
  'share-none': (r) => `${at(r)}没有分给任何单位。请至少选一个。`,
  'share-unit': (r) => `${at(r)}分给${given(r)}两次，或者分给了自己。请改正。`,
  'share-late': (r) => `${at(r)}的时限 ${figure(r.given)} 晚于整项任务的时限 ${figure(r.limit)}。请提前。`,
  'share-short': (r) =>
    `${at(r)}分下去的合计是 ${figure(r.given)}，少于目标 ${figure(r.limit)}（按最小位数计）。请补足，或者说明缺口由谁补。`,
  'letter-number': (r) => `督办函的文号${given(r)}是空的，或者已经用过。请换一个。`,
  'letter-sign': (r) => `督办函的代字${given(r)}不对。请用 1 到 12 个汉字。`,
  'rules-order': (r) =>
    `报链长的天数（${figure(r.given)}）少于发督办函的天数（${figure(r.limit)}）。请改成先督办、后报链长。`,
  'rules-remind': (r) =>
    `提前 ${figure(r.given)} 个工作日提醒，比填报开始还早（填报只有 ${figure(r.limit)} 个工作日）。请改小。`,
  'letter-sign-missing': () => `还没有设定督办函的代字，发不了督办函。请先到调度设置里写上代字。`,
  'chief-unknown': (r) => `${at(r)}报送的岗位（${figure(r.given)}）不是这个地区、这条产业链的链长。请另选一位。`,
  'letter-of-paper': (r) =>
    `督办函${given(r)}是一份文稿，督办的不止这一项。请打开这份督办函回复一次，回复会记到每一项任务。`,
  'letter-unknown': (r) => `${at(r)}没有等待回复的督办函${given(r)}。请刷新页面查看。`,
  'escalation-to-nobody': (r) => `${at(r)}没有写报给谁。请选一位链长。`,
  'cycle-period': (r) => `调度期${given(r)}和调度的种类不符。请改成正确的月、季度或年。`,
  'cycle-chain-unknown': (r) => `没有产业链${given(r)}，或者它不属于这个地区。请从列表里选。`,
  'cycle-chain-late': (r) =>
    `${given(r)}已经开始，不能再把这条产业链单独调度（${figure(r.field)}）。请从下一期起单独安排。`,
  'cycle-days': (r) => `${at(r)}的截止日 ${figure(r.given)} 早于开始日 ${figure(r.limit)}。请改正。`,
  'cycle-state': (r) => `${at(r)}的调度现在是${given(r)}，只有「${figure(r.limit)}」时才能这样做。请刷新页面查看。`,
  'cycle-not-yet': (r) =>
    `${at(r)}的调度还没有到时候：今天是 ${figure(r.given)}，要过 ${figure(r.limit)}。请到时再办。`,
  'cycle-unknown': (r) => `没有这一轮调度（${figure(r.given)}），或者不在您的范围内。请刷新页面查看。`,
  'cycle-far': (r) => `${at(r)}由别的地区调度，${figure(r.given)}不能代办。请联系那里的调度岗位。`,
  'cycle-begun': (r) => `${at(r)}的调度已经开始，日期不能再改。`,
  'cycle-exists': (r) => `${at(r)}的调度已经有了。请打开原来的那一轮。`,
  'cycle-covered': (r) =>
    `${at(r)}的调度已由${figure(r.given)}一并安排。要单独调度，请先在调度设置里写明本地区的安排。`,
  'cycle-over': (r) => `${at(r)}的截止日 ${figure(r.given)} 已经过了。请选以后的一期。`,
  'cycle-freezing': (r) => `${at(r)}的调度正在冻结。请稍等片刻再看。`,
  'cycle-not-frozen': (r) => `${at(r)}的调度还没有冻结，没有可看的通报数。请先截止、冻结。`,
  'rules-day-past': (r) =>
    `调度规则不能从过去的日子起改：${figure(r.given)} 早于今天 ${figure(r.limit)}。请选今天或以后。`,
  'dispatch-region-far': (r) => `${figure(r.given)}不在您调度的范围内。请选自己的地区。`,
  'cycle-nobody': (r) => `${at(r)}的调度没有要提醒的单位。请先选单位。`,
};
