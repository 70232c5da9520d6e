import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => `资料包${place(r, '')}`;
const given = (r: Refusal): string => `「${figure(r.given)}」`;
const question = (r: Refusal): string => (r.field === undefined ? '这道题' : `第 ${r.field} 题`);

/** Sentences for diagnoses that are refused, and for their packs. */
export const diagnosisMessages: Catalogue = {
  'questionnaire-points': (r) =>
    `${at(r)}的分值 ${figure(r.given)} 超过 ${figure(r.limit)} 位小数。请改成最多两位小数。`,
  'questionnaire-scheme-unknown': (r) =>
    `${at(r)}的等级方案${given(r)}不在资料包里。请改正编号，或先写好 kind: level-scheme。`,
  'questionnaire-empty': (r) => `${at(r)}写了启用日期，却没有 ${figure(r.given)}。请补上；还没有题目的，删去 from。`,
  'questionnaire-weights': (r) =>
    `${at(r)}各方面的权重合计是 ${figure(r.given)}，应当是 ${figure(r.limit)}。请改正 weight。`,
  'questionnaire-side-empty': (r) =>
    `${at(r)}的方面${given(r)}在表 ${figure(r.limit)} 里一道题也没有。请补题，或改题目的 tables。`,
  'questionnaire-rest-twice': (r) =>
    `${at(r)}有两张以上的表没有写 industries。只有一张表可以收其余行业，请给别的表写上。`,
  'questionnaire-open': (r) => `${at(r)}的题目是自己写的（wording: own），要在 open 里说明哪些不是官方的。请补上。`,
  'questionnaire-table-unknown': (r) => `${at(r)}的表${given(r)}不在这一版的 tables 里。请改正。`,
  'questionnaire-kind': (r) =>
    `${at(r)}的题型是${given(r)}，${figure(r.limit)} 与它不符。请对照 docs/packs.md 补上或删去。`,
  'questionnaire-range': (r) =>
    `${at(r)}的下限 ${figure(r.given)} 和上限 ${figure(r.limit)} 不对，或者小数位数太多。请改正。`,
  'questionnaire-bands': (r) =>
    `${at(r)}的分档 ${figure(r.given)} 不对：要在上下限之内，from 和 points 都一档比一档高。请改正。`,
  'questionnaire-formula': (r) =>
    `${at(r)}在${given(r)}这里读不懂，应当是${figure(r.limit)}。请对照 docs/packs.md 改正。`,
  'questionnaire-formula-later': (r) =>
    `${at(r)}提到的题${given(r)}在表 ${figure(r.limit)} 里不在它前面。请改正题号，或调整次序。`,
  'questionnaire-formula-kind': (r) =>
    `${at(r)}对题${given(r)}这样比较不行，它的题型是 ${figure(r.limit)}：单选用 =、!=，多选用 has，数和评分可以比大小。请改正。`,
  'questionnaire-formula-value': (r) => `${at(r)}的${given(r)}不是题 ${figure(r.limit)} 的选项或数。请改正。`,
  'level-scheme-order': (r) =>
    `${at(r)}的等级是 ${figure(r.given)}，按次序应当是 ${figure(r.limit)}。请从 1 起依次写。`,
  'level-scheme-border': (r) => `${at(r)}的分数线 ${figure(r.given)} 不高于上一级的 ${figure(r.limit)}。请改正。`,
  'diagnosis-option': (r) => `${question(r)}的回答${given(r)}不在选项里。请从列出的选项里选。`,
  'diagnosis-option-alone': (r) => `${question(r)}选了${given(r)}，就不能再选别的。请去掉其中一边。`,
  'diagnosis-number': (r) => `${question(r)}填的${given(r)}不是数，或者小数超过 ${figure(r.limit)} 位。请改正。`,
  'diagnosis-number-range': (r) => `${question(r)}填的 ${figure(r.given)} 不在 ${figure(r.limit)} 之内。请核对。`,
  'diagnosis-scale': (r) => `${question(r)}的评分 ${figure(r.given)} 不在 ${figure(r.limit)} 之内。请重新选。`,
  'diagnosis-text-long': (r) => `${question(r)}写了 ${figure(r.given)} 字，最多 ${figure(r.limit)} 字。请写短一些。`,
  'diagnosis-question-unknown': (r) => `问卷里没有题${given(r)}。请刷新页面。`,
  'diagnosis-question-twice': (r) => `题${given(r)}送了两遍。请刷新页面再保存。`,
  'diagnosis-unknown': (r) => `没有诊断${given(r)}，或者不归您的岗位管。请回到清单重新选。`,
  'diagnosis-enterprise-unknown': (r) => `没有企业${given(r)}，或者不归您的岗位管。请回到清单重新选。`,
  'diagnosis-not-yours': (r) => `${given(r)}的诊断不归您填。请由企业自己或者登记企业的单位来填。`,
  'diagnosis-not-inspector': (r) => `${given(r)}不在您的核验范围内。请由当地有核验权限的岗位来做。`,
  'diagnosis-same-person': (r) => `${figure(r.given)} 填写或报送过这份诊断，不能自己核验自己。请换一个人核验。`,
  'diagnosis-state': (r) => `这份诊断现在是${given(r)}，不能这样做。请刷新页面查看。`,
  'diagnosis-open-already': (r) => `${figure(r.field)}已经有一份没有办完的诊断。请接着填那一份，或者先放弃它。`,
  'diagnosis-form-none': (r) =>
    `没有适用的问卷：问卷${given(r)}在这一天没有启用，或者没有适用于这个行业的表。请核对企业的行业。`,
  'diagnosis-facts-missing': (r) => `开始诊断前，企业档案里要有：${figure(r.given)}。请先在企业档案里补上。`,
  'diagnosis-missing': (r) => `还有 ${figure(r.given)} 道题没有回答，例如“${figure(r.limit)}”。请答完再报送。`,
  'diagnosis-evidence-missing': (r) => `“${figure(r.given)}”这道题要附证明材料。请上传，或者改成不得分的回答。`,
  'diagnosis-promise': () => '没有勾选承诺。请看过承诺，勾选以后再报送。',
  'diagnosis-note-missing': (r) => `“${figure(r.given)}”核验的回答与自评不同，没有写理由。请写明凭什么。`,
  'diagnosis-pack-changed': (r) =>
    `问卷 ${figure(r.given)} 的内容在开始填写以后改过，不能再接着填。请放弃这一份，重新开始，答案可以照抄。`,
  'diagnosis-file-unknown': (r) => `没有材料${given(r)}，可能已经撤下。请刷新页面。`,
  'diagnosis-file-twice': (r) => `这份材料已经上传过，名字是${given(r)}。请不要重复上传。`,
  'diagnosis-files-many': (r) => `一份诊断最多附 ${figure(r.limit)} 份材料。请先撤下不用的。`,
  'diagnosis-campaign-unknown': (r) => `没有诊断任务${given(r)}，或者不归您的岗位管。请回到清单重新选。`,
  'diagnosis-campaign-closed': (r) => `诊断任务${given(r)}已经结束，不能再改。请新建一轮。`,
  'diagnosis-campaign-days': (r) => `截止日期 ${figure(r.given)} 早于 ${figure(r.limit)}。请改晚一些。`,
  'diagnosis-campaign-none': () => '没有企业符合这一轮的条件。请放宽地区、产业链、行业或规模。',
  'diagnosis-campaign-many': (r) =>
    `符合条件的企业有 ${figure(r.given)} 家以上，一轮最多 ${figure(r.limit)} 家。请分地区或行业来做。`,
  'diagnosis-beyond-reach': (r) => `${given(r)}不在您的范围内。请换一个地区。`,
  'diagnosis-provider-unknown': (r) => `没有服务商${given(r)}，或者不归您的单位管。请刷新页面。`,
  'diagnosis-side-unknown': (r) => `没有方面${given(r)}。请从列出的方面里选。`,
  'diagnosis-sheet-columns': (r) =>
    `${figure(r.field)} 里没有一列是题目。列名要写题号或题目，有哪些题见 ./jingwei diagnosis questions。`,
  'diagnosis-sheet-table': (r) =>
    r.given === ''
      ? '没有写行业代码，不知道用哪张行业表。请补上 industry 列，或加 --table。'
      : `${given(r)}不是行业代码，也不是行业表。请写 GB/T 4754 代码，或 ${figure(r.limit)} 中的一个。`,
};
