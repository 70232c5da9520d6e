import { type Catalogue, figure, type place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const given = (r: Refusal): string => `「${figure(r.given)}」`;
const field = (r: Refusal): string => `「${figure(r.field)}」`;
/** Hundredths as points. */
const points = (value: Refusal['given']): string =>
  typeof value === 'number' ? (value / 100).toFixed(2).replace(/\.?0+$/u, '') : figure(value);

/** Sentences for selection rounds and for titles that are taken away. */
export const selectionMessages: Catalogue = {
  'selection-shares': (r) =>
    `量化分和专家分的占比合计是 ${figure(r.given)}%，应当是 ${figure(r.limit)}%。请改正其中一个。`,
  'selection-panel': () => '专家分占了比例，就要写评分项，每家至少 1 名专家。请补上。',
  'selection-trimmed': (r) =>
    `要去掉最高分和最低分，每家至少 ${figure(r.limit)} 名专家，现在是 ${figure(r.given)} 名。请增加专家，或者不去掉。`,
  'selection-item-twice': (r) => `评分项${given(r)}写了两遍。请删去一个。`,
  'selection-tie-unknown': (r) => `同分时看的${given(r)}不在评分项里。请重新选。`,
  'selection-measures-none': (r) => `量化分占 ${figure(r.limit)}%，却没有指标。请至少加一个指标，或者把占比改成 0。`,
  'selection-measure-twice': (r) => `指标${given(r)}用的数和前面的一样。请删去一个。`,
  'selection-measure-span': (r) => `指标${given(r)}的零分值和满分值一样，分不出高低。请改正。`,
  'selection-measure-units': (r) => `${given(r)}和「${figure(r.limit)}」单位不同，不能算占比。请换一个。`,
  'selection-fact-unknown': (r) => `指标${given(r)}用的数不在事实词典里，或者不是数。请从列出的里面选。`,
  'selection-points-missing': (r) => `${field(r)}还没有评分。请评完再交。`,
  'selection-points-range': (r) =>
    `${field(r)}评了 ${points(r.given)} 分，应当在 0 到 ${points(r.limit)} 分之间。请改正。`,
  'selection-item-unknown': (r) => `没有评分项${given(r)}。请刷新页面。`,
  'selection-unknown': (r) => `没有遴选批次${given(r)}，或者不归您的岗位管。请回到清单重新选。`,
  'selection-state': (r) => `这一批现在是${given(r)}，不能这样做。请刷新页面查看。`,
  'selection-beyond-reach': (r) => `${given(r)}不在您的范围内。请换一个地区或产业链。`,
  'selection-days': (r) => `日期 ${figure(r.given)} 不能早于 ${figure(r.limit)}，评分要在截止申报以后。请改正。`,
  'selection-days-past': (r) => `申报截止日 ${figure(r.given)} 已经过了，今天是 ${figure(r.limit)}。请先改期限。`,
  'selection-days-over': (r) => `申报已在 ${figure(r.limit)} 截止，不能再改。评分期限还可以改。`,
  'selection-days-shorter': (r) => `已经在受理申报，截止日只能往后，不能早于 ${figure(r.limit)}。请改正。`,
  'selection-rules-fixed': (r) =>
    `${given(r)}已经开始受理，评分办法不能再改，只能改名称、期限和说明。要改办法请另建一批。`,
  'selection-not-yours': (r) => `${given(r)}不归您申报。请由企业自己，或者组织遴选的岗位来做。`,
  'selection-enterprise-gone': (r) => `${given(r)}不是在业状态，或者已并入别的企业，不能申报。请核对企业档案。`,
  'selection-outside': (r) => `${given(r)}不在这一批的地区或产业链里。请核对企业档案里的地区和产业链。`,
  'selection-held': (r) => `${given(r)}已经有这个称号，半年内也不到期，不用申报。`,
  'selection-not-met': (r) => `${given(r)}还不够条件：${figure(r.limit)}。请先补齐；数不对的请更正企业档案。`,
  'selection-twice': (r) => `${given(r)}在这一批已经申报过。请打开那一份申报查看。`,
  'selection-not-yet': (r) => `这一批从 ${figure(r.given)} 起才受理申报。请到时再来。`,
  'selection-over': (r) => `这一批已在 ${figure(r.given)} 截止申报。请等下一批。`,
  'selection-entry-unknown': (r) => `没有这份申报${given(r)}，或者不归您的岗位管。请刷新页面。`,
  'selection-entry-out': (r) => `${given(r)}的申报已经撤回或者没有受理，不能再改。请刷新页面。`,
  'selection-file-twice': (r) => `这份材料已经上传过，名字是${given(r)}。请不要重复上传。`,
  'selection-files-many': (r) => `一份申报最多附 ${figure(r.limit)} 份材料。请先撤下不用的。`,
  'selection-file-unknown': (r) => `没有材料${given(r)}，可能已经撤下。请刷新页面。`,
  'selection-too-early': (r) => `申报到 ${figure(r.given)} 才截止，当天还能申报。请第二天再截止。`,
  'selection-entries-none': (r) => `${given(r)}没有一家受理的申报，不能往下走。可以终止这一批。`,
  'selection-panel-short': (r) =>
    `${field(r)}能评的专家只有 ${figure(r.given)} 名，要 ${figure(r.limit)} 名，其余的要回避。请再请专家。`,
  'selection-expert-unknown': (r) => `没有专家${given(r)}，或者没有评分的权限。请从列出的人里选。`,
  'selection-expert-twice': (r) => `已经请了专家${given(r)}。`,
  'selection-expert-self': (r) => `${given(r)}在组织这一批，不能自己当专家。请换一个人。`,
  'selection-sheet-unknown': (r) => `这份申报${given(r)}没有分给您评，或者已经回避。请刷新页面。`,
  'selection-score-over': (r) => `评分已在 ${figure(r.given)} 截止，不能再改。请联系组织遴选的岗位。`,
  'selection-handed': (r) => `${given(r)}的评分已经交上，不能再自己回避。请告诉组织遴选的岗位。`,
  'selection-sheets-missing': (r) => `还缺 ${figure(r.given)} 份评分。请等专家交齐，或者换专家。`,
  'selection-apart': (r) => `专家分差超过规定：${figure(r.given)}。请专家再看一遍，或者确认照算。`,
  'selection-undecided': (r) => `${field(r)}等 ${figure(r.given)} 家在最后一个名额上并列。请逐家定下，写明理由。`,
  'selection-departure-none': (r) => `${field(r)}和排名一样，不用写理由。请去掉这一条。`,
  'selection-places': (r) => `名单有 ${figure(r.given)} 家，名额只有 ${figure(r.limit)} 个。请减少。`,
  'selection-list-empty': (r) => `${given(r)}的名单里一家也没有。没有合适的，可以终止这一批。`,
  'selection-calendar': (r) =>
    `从 ${figure(r.limit)} 起 ${figure(r.given)} 个工作日，工作日历还没有公布到那时。请写明公示到哪一天。`,
  'selection-publicity-short': (r) => `公示到 ${figure(r.given)} 太短，最早到 ${figure(r.limit)}。请改晚一些。`,
  'selection-publicity-runs': (r) => `公示到 ${figure(r.given)} 才满。请第二天再公布。`,
  'selection-objections-open': (r) => `还有 ${figure(r.given)} 条异议没有答复。请先答复。`,
  'selection-objection-day': (r) => `提出异议的日期 ${figure(r.given)} 不在公示期 ${figure(r.limit)} 里。请核对。`,
  'selection-objection-unknown': (r) => `没有异议${given(r)}，或者不归您的岗位管。请刷新页面。`,
  'selection-objection-answered': (r) => `这条异议 ${figure(r.given)} 已经答复，不能再改。请刷新页面。`,
  'selection-nothing-yet': (r) => `${given(r)}还没有可以导出的。请在排名或公示以后再导出。`,
  'title-not-held': (r) => `${given(r)}的这个称号今天不在有效期里，不用退出。`,
  'title-removal-open': (r) => `这个称号已经告知退出，从 ${figure(r.given)} 起。请不要重复告知。`,
  'title-removal-day': (r) =>
    `退出的日子 ${figure(r.given)} 要在今天 ${figure(r.limit)} 以后，让企业来得及说明。请改晚一些。`,
  'title-removal-unknown': (r) => `没有这条退出${given(r)}，或者不归您的岗位管。请刷新页面。`,
  'title-removal-over': (r) => `这条退出${given(r)}，不能再改。请刷新页面。`,
};
