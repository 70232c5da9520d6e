import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一项');
const given = (r: Refusal): string => `「${figure(r.given)}」`;
/** A sum that stands in fen. */
const wan = (value: Refusal['given']): string =>
  typeof value === 'number'
    ? `${(value / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 万元`
    : figure(value);
const megabytes = (value: Refusal['given']): string =>
  typeof value === 'number' ? `${Math.ceil(value / 1_048_576)} MB` : figure(value);

/** Sentences for projects that are refused. */
export const projectMessages: Catalogue = {
  'project-unknown': (r) => `没有项目${given(r)}，或者不归您的岗位管。请回到项目清单重新选。`,
  'project-merged': (r) => `${at(r)}已经并入项目${given(r)}，不能再改。请到那个项目里改，或者先撤销合并。`,
  'project-withdrawn': (r) => `项目已在 ${figure(r.given)} 退库，不能这样做。请先让它重新入库。`,
  'project-not-withdrawn': () => '项目没有退库，不用重新入库。请刷新页面查看。',
  'project-same': (r) => `${at(r)}没有任何变化，不用保存。`,
  'project-beyond-reach': (r) => `${given(r)}不在您的范围内，不能把项目放到那里。请换一个单位或地区。`,
  'project-not-yet': (r) => `到 ${figure(r.given)} 为止，项目「${figure(r.limit)}」还没有登记。请选晚一些的日期。`,
  'project-alike': (r) =>
    `已有项目${given(r)}，相像 ${figure(r.limit)}%。请先打开看是不是同一个；确实不是，勾选已看过再登记。`,
  'project-step-order': (r) => `${at(r)}不能从「${figure(r.limit)}」到${given(r)}。请按先后一步一步来。`,
  'project-step-missing': (r) => `没有写到${given(r)}这一步的日期。请补上。`,
  'project-step-future': (r) => `${at(r)} ${figure(r.given)} 还没有到，今天是 ${figure(r.limit)}。请写已经发生的日期。`,
  'project-step-early': (r) => `${at(r)} ${figure(r.given)} 早于上一步的 ${figure(r.limit)}。请核对日期。`,
  'project-step-decided': () => '这一步已经有人核定过，或者已经退回。请刷新页面查看。',
  'project-second-person': (r) => `${figure(r.given)}自己报的，不能自己核定。请由另一个人核定。`,
  'project-back-order': (r) => `项目现在是「${figure(r.limit)}」，不能退回到${given(r)}。请选更早的一步。`,
  'project-reason-missing': () => '没有写理由。请用一两句话写清楚。',
  'project-months-order': (r) => `${at(r)} ${figure(r.given)} 早于开工的 ${figure(r.limit)}。请改正。`,
  'project-total-missing': () => '总投资是 0。请填大于 0 的数。',
  'project-done-over': (r) => `以前完成的 ${wan(r.given)}超过总投资 ${wan(r.limit)}的两倍。请核对单位是不是万元。`,
  'project-year-twice': (r) => `${figure(r.given)} 年的计划写了两次。请删去一个。`,
  'project-plan-sum': (r) => `${at(r)}各月合计 ${wan(r.given)}，和全年 ${wan(r.limit)}对不上。请改正。`,
  'project-plan-over': (r) => `各年计划合计 ${wan(r.given)}，超过总投资 ${wan(r.limit)}。请核对。`,
  'project-permit-twice': (r) => `手续${given(r)}写了两次。请删去一个。`,
  'project-permit-order': (r) => `${at(r)}办结 ${figure(r.given)} 早于受理 ${figure(r.limit)}。请改正。`,
  'project-loan-drawn': (r) => `${at(r)}已提款 ${wan(r.given)}超过批准的 ${wan(r.limit)}。请改正。`,
  'project-follower-twice': (r) => `包联里${given(r)}写了两次。请删去一个。`,
  'project-follower-unknown': (r) => `包联的${given(r)}找不到。请重新选。`,
  'project-day-future': (r) => `${at(r)} ${figure(r.given)} 还没有到，今天是 ${figure(r.limit)}。请写已经发生的日期。`,
  'project-credit-code': (r) => `统一社会信用代码${given(r)}的校验位不对。请核对。`,
  'project-month-future': (r) => `${figure(r.given)} 还没有到，现在是 ${figure(r.limit)}。请选已经开始的月份。`,
  'project-month-before': (r) =>
    `${figure(r.given)} 在以前完成的截止月 ${figure(r.limit)} 之内，不另外报。请改截止月，或者选以后的月份。`,
  'project-month-large': (r) => `一个月完成 ${wan(r.given)}，超过总投资 ${wan(r.limit)}的两倍。请核对单位是不是万元。`,
  'project-month-confirmed': (r) => `${figure(r.given)} 的数已经核定。确实要改，请写明理由，改后重新核定。`,
  'project-month-unknown': (r) => `${figure(r.given)} 还没有报过。请刷新页面查看。`,
  'project-month-done': (r) => `${figure(r.given)} 的数已由${figure(r.limit)}核定。请刷新页面查看。`,
  'project-month-twice': (r) => `同一个项目的 ${figure(r.given)} 写了两行。请删去一行。`,
  'project-photo-kind': () => '这个文件不是照片。请上传 JPG、PNG 或 WebP 格式的照片。',
  'project-paper-kind': () => '证明材料只收 PDF 和照片（JPG、PNG、WebP）。请转换以后再上传。',
  'project-file-large': (r) => `文件有 ${megabytes(r.given)}，最多 ${megabytes(r.limit)}。请缩小以后再上传。`,
  'project-photo-points': () => '照片的像素太多，打不开。请缩小以后再上传。',
  'project-file-twice': (r) => `这个文件已经上传过了，叫${given(r)}。不用再传。`,
  'project-files-many': (r) => `一个项目最多 ${figure(r.limit)} 个文件。请先撤下不用的。`,
  'project-file-unknown': () => '没有这个文件，或者已经撤下。请刷新页面查看。',
  'project-note-long': (r) => `说明有 ${figure(r.given)} 个字，最多 ${figure(r.limit)} 个。请写短一些。`,
  'project-pair-unknown': () => '没有这一对项目，或者其中一个不在您的范围内。请由管两边的上级判定。',
  'project-pair-decided': (r) => `${figure(r.given)}已经判定过这一对。请刷新页面查看。`,
  'project-pair-open': () => '这一对还没有判定，没有什么可撤销。请刷新页面查看。',
  'project-norm-twice': (r) => `${at(r)}${given(r)}写了两次。请删去一个。`,
  'project-norm-order': (r) => `${at(r)} ${figure(r.given)} 小于 ${figure(r.limit)}，两个界限前后颠倒。请改正。`,
  'project-sheet-missing': (r) => `文件里没有名叫${given(r)}的工作表。请用下载的空表来填。`,
  'project-sheet-long': (r) => `文件里有 ${figure(r.given)} 行，一次最多 ${figure(r.limit)} 行。请分几次导入。`,
  'project-import-stale': () => '检查之后有人改过，或者文件变了，什么都没有存。请重新检查再导入。',
  'project-row-twice': (r) => `项目${given(r)}在第 ${figure(r.limit)} 行已经有了。请删去一行。`,
  'project-kept-elsewhere': (r) => `这个项目由${given(r)}管理，不能由您改。请去掉这一行。`,
  'project-name-unknown': (r) => `找不到${given(r)}。请写全称或编号。`,
  'project-name-ambiguous': (r) => `叫${given(r)}的不止一个。请写编号。`,
  'project-not-a-month': (r) => `${given(r)}不是月份。请写成 2026-03。`,
  'project-not-a-year': (r) => `${given(r)}不是年份。请写成 2026。`,
  'project-not-a-sum': (r) => `${given(r)}不是金额，或者比一分钱还细。请填不小于 0 的万元数。`,
  'project-code-form': (r) => `项目代码${given(r)}只能用字母、数字、横线，6 到 40 位。请改正。`,
  'project-both-or-none': (r) => `这一格和「${figure(r.limit)}」要么都写，要么都不写。请补上。`,
};
