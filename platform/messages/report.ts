import { type Catalogue, figure, megabytes, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for bulletins, their templates and files that are refused. */
export const reportMessages: Catalogue = {
  'bulletin-unknown': (r) => `没有这份文稿（${figure(r.given)}），或者您看不到。请回到清单查看。`,
  'bulletin-not-own': (r) => `文稿${given(r)}不是本单位的，只能看。请联系发文单位。`,
  'bulletin-needs-post': () => '写文稿要以一个岗位的名义。请先换到写文稿的岗位。',
  'bulletin-cycle-unknown': (r) => `没有这次冻结的调度（${figure(r.given)}），或者您看不到。请先冻结调度，再写文稿。`,
  'bulletin-place-far': (r) => `您不能写${given(r)}的文稿。请选本地区的调度。`,
  'bulletin-unit-missing': () => '没有选责任单位。责任清单和督办函要写明是哪个单位。请选一个。',
  'bulletin-unit-unknown': (r) => `这次调度里没有单位${given(r)}的责任。请另选一个单位。`,
  'bulletin-letter-nothing': (r) => `${given(r)}在这次调度里没有超期的责任，不用发督办函。请另选单位。`,
  'bulletin-reply-past': (r) =>
    `回复期限 ${figure(r.given)} 已经过了，今天是 ${figure(r.limit)}。请选今天或以后的日期。`,
  'bulletin-sign': (r) => `机关代字${given(r)}不对。请用 1 到 12 个汉字，例如「临链办通」。`,
  'bulletin-template-unknown': (r) => `没有这个模板（${figure(r.given)}），或者已经停用，或者种类不同。请重新选择。`,
  'bulletin-template-large': (r) =>
    `模板${place(r, '')}有 ${megabytes(r.given)}，最多 ${megabytes(r.limit)}。请把里面的图片压小。`,
  'bulletin-template-name': (r) =>
    `模板的名称应有 1 到 ${figure(r.limit)} 个字，现在是 ${figure(r.given)} 个。请改正。`,
  'bulletin-template-versions': (r) =>
    `这个模板已有 ${figure(r.given)} 版，最多 ${figure(r.limit)} 版。请另建一个模板。`,
  'bulletin-title-empty': () => '标题是空的。请填写标题。',
  'bulletin-blocks-many': (r) => `文稿有 ${figure(r.given)} 段，最多 ${figure(r.limit)} 段。请合并或者删去一些。`,
  'bulletin-block-twice': (r) => `同一段（${figure(r.given)}）出现了两次。请刷新页面再改。`,
  'bulletin-block-unknown': (r) => `文稿里没有这个表或图（${figure(r.given)}）。请刷新页面再改。`,
  'bulletin-table-missing': (r) => `${given(r)}不见了。表和图可以移动，不能删去。请刷新页面再改。`,
  'bulletin-text-empty': (r) => `第 ${figure(r.given)} 段是空的。请写上文字，或者删去这一段。`,
  'bulletin-text-long': (r) =>
    `${place(r, '这一段')}有 ${figure(r.given)} 个字，最多 ${figure(r.limit)} 个。请分成几段。`,
  'bulletin-figure-unknown': (r) => `冻结的内容里没有这个数（${figure(r.given)}）。请从“插入数字”里选。`,
  'bulletin-changed': () => '您打开以后，别人已经改过这份文稿，所以没有办。请刷新页面，看过再办。',
  'bulletin-state': (r) => `文稿现在是${given(r)}，只有「${figure(r.limit)}」时才能这样做。请刷新页面查看。`,
  'bulletin-reason': () => '没有写理由。请用一两句话写清楚。',
  'bulletin-second-person': () => '您写过或者改过这份文稿，不能自己签发。请由另一个人签发。',
  'bulletin-figures-differ': (r) =>
    `文中有 ${figure(r.given)} 个数和冻结的不同，或者是手写的。请退回修改；确实要这样写的，写明理由再签发。`,
  'bulletin-to-nobody': () => '没有选发给谁。请至少选一个单位或岗位。',
  'bulletin-correct-early': (r) => `${given(r)}还没有发出，不用更正。请直接修改。`,
  'bulletin-answer-none': (r) => `${given(r)}没有等您的单位回复，或者已经回复过。请刷新页面查看。`,
  'bulletin-no-table': (r) => `${given(r)}不是台账或清单，没有电子表格。请下载 Word 或 PDF。`,
  'bulletin-file-missing': (r) => `${figure(r.given)} 文件还没有生成。请先点“生成”。`,
  'bulletin-file-failed': (r) => `${given(r)}的文件没有生成，程序出了意外。请再试一次；仍然不行，请告诉系统管理员。`,
  'bulletin-files-missing': (r) => `还没有这一稿的 ${figure(r.given)} 文件，不能归档。请先生成文件。`,
};
