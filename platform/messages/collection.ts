import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一项');
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for forms, rosters, sheets and figures of machines that are refused. */
export const collectionMessages: Catalogue = {
  'form-unknown': (r) => `没有填报表${given(r)}，或者不归您的岗位管。请回到填报表清单重新选。`,
  'form-period-unknown': (r) => `这张填报表没有 ${figure(r.given)} 这一期。请从列出的期间里选。`,
  'form-column-twice': (r) => `${at(r)}的指标${given(r)}已经有一列了。请去掉一列。`,
  'form-column-reckoned': (r) => `指标${given(r)}由别的指标算出，不用填报。请改选组成它的指标。`,
  'form-column-frequency': (r) => `指标${given(r)}是按 ${figure(r.limit)} 报的，和这张表不一样。请另建一张表。`,
  'form-first-period': (r) =>
    `第一期 ${figure(r.given)} 的写法和多久报一次（${figure(r.limit)}）对不上。请重新选第一期。`,
  'form-days': (r) => `截止是期末以后第 ${figure(r.given)} 天，比开始的第 ${figure(r.limit)} 天还早。请改晚一些。`,
  'form-too-far-back': (r) => `从 ${figure(r.given)} 起到现在超过 ${figure(r.limit)} 期，太多了。请把第一期改近一些。`,
  'form-chains-missing': () => '每条产业链一行的表还没有选产业链。请选。',
  'form-chains-twice': () => '有的产业链选了两次。请去掉重复的。',
  'form-own-rows': () => '本级自己的数不按企业填。请改成每个单位一行，或者改成计入合计。',
  'form-rule-indicator': (r) => `${at(r)}用到的指标${given(r)}不在这张表里。请加上这一列，或者改审核关系。`,
  'form-rule-circle': (r) => `${at(r)}里，指标${given(r)}既是合计又是其中一项。请改正。`,
  'form-rule-unit': (r) =>
    `${at(r)}里，指标${given(r)}和合计「${figure(r.limit)}」单位或小数位不同，不能相加。请改正。`,
  'form-rule-range': (r) => `${at(r)}的下限 ${figure(r.given)} 大于上限 ${figure(r.limit)}。请改正。`,
  'form-unit-foreign': (r) => `单位${given(r)}不在您的范围内，不能要它填报。请去掉。`,
  'form-unit-twice': (r) => `填报单位${given(r)}选了两次。请去掉一个。`,
  'form-units-missing': () => '还没有选填报单位，不能启用。请先选单位。',
  'form-beyond-reach': () => '这条产业链不在您的范围内，不能为它建填报表。请换一条产业链。',
  'form-frequency-fixed': () => '已经有单位在填这张表，多久报一次不能再改。请复制成一张新表。',
  'form-state': (r) => `这张填报表已经是${given(r)}，不用再改。请刷新页面查看。`,
  'roster-unknown': (r) => `填报名录里没有${given(r)}，或者不归您的岗位管。请刷新后再选。`,
  'roster-overlaps': (r) => `企业${given(r)}在这段时间里已经有了（${figure(r.limit)}）。请改月份，或者先让旧的结束。`,
  'roster-months': (r) => `报到 ${figure(r.given)} 早于从 ${figure(r.limit)} 起。请改正。`,
  'roster-chain': (r) =>
    `企业${given(r)}从 ${figure(r.limit)} 起属于另一条产业链。请先写上旧的报到哪个月，再从下个月起另加。`,
  'roster-beyond-reach': (r) => `单位${given(r)}不在您的范围内，不能改它的名录。请由它自己或上级来改。`,
  'roster-id': (r) => `企业编号${given(r)}只能用字母、数字、点、横线。请改正。`,
  'roster-unit-unknown': (r) => `没有单位${given(r)}。请写全称或编号。`,
  'roster-unit-ambiguous': (r) => `叫${given(r)}的不止一个。请写编号。`,
  'roster-chain-unknown': (r) => `没有产业链${given(r)}。请写名称或编号。`,
  'roster-not-a-month': (r) => `${given(r)}不是月份。请写成 2025-03。`,
  'roster-sheet-missing': (r) => `文件里没有名叫${given(r)}的工作表。请用下载的空表来填。`,
  'roster-too-long': (r) => `文件里有 ${figure(r.given)} 行，一次最多 ${figure(r.limit)} 行。请分几次导入。`,
  'figures-import-stale': () => '检查之后有人改过，或者文件变了，什么都没有存。请重新检查再导入。',
  'sheet-missing': (r) => `没有编号为 ${figure(r.given)} 的填报，或者不在您的范围内。请回到我的填报重新选。`,
  'sheet-more': (r) => `另外还有 ${figure(r.given)} 处同样的问题。请先改好列出的。`,
  'sheet-cell-unknown': (r) => `${at(r)}不是这张表里的格。请刷新页面再填。`,
  'sheet-cell-twice': (r) => `${at(r)}在同一次保存里出现两次，只存了前一个。请再保存一次。`,
  'sheet-cell-two': (r) => `${at(r)}既有数又有不是数的文字。请只留一样。`,
  'sheet-cell-unread': (r) => `${at(r)}写的${given(r)}不是数。请改成数，没有就选“无”并说明原因。`,
  'sheet-figures-changed': (r) =>
    `报送以后，有 ${figure(r.given)} 个数在别处改过，不能审核通过。请退回，让填报单位核对后重新报送。`,
  'sheet-file-strange': (r) =>
    `这个文件不是从「${r.field ?? ''}」导出的，里面没有表的标记。请先导出再填，不要删隐藏的行和列。`,
  'sheet-file-other': (r) => `这个文件是另一张表的，不是这一期的「${r.field ?? ''}」。请确认选对了文件。`,
  'sheet-file-row': (r) => `${given(r)}不是这张表里的行。请去掉这一行，或者先把企业加入填报名录。`,
  'sheet-file-column': (r) => `${given(r)}不是这张表里的列。请去掉这一列。`,
  'figure-too-fine': (r) => `${given(r)}的小数位太多，存不下。请四舍五入以后再填。`,
  'figure-too-large': (r) => `${given(r)}太大，存不下。请核对单位。`,
  'figure-none-why': () => '写了“无”，没有写原因。请写成“无：原因”。',
  'figures-changing': () => '别人正在报同样的数，这次没有存。请稍后再试一次。',
  'figures-beyond-reach': (r) => `${given(r)}不在您的范围内，不能报它的数。请由管它的岗位来报。`,
  'figures-key-used': (r) => `批次号${given(r)}已经用过，而内容不同。请换一个批次号。`,
  'figure-unknown': (r) => `没有这个数（指标${given(r)}），或者不在您的范围内。请回到上一页重新选。`,
  'figure-twice': () => '同一批里这个数出现了两次，只看前一个。请去掉重复的。',
  'figure-period-length': (r) => `期间 ${figure(r.given)} 和指标多久报一次（${figure(r.limit)}）对不上。请改期间。`,
  'figure-period-future': (r) => `期间 ${figure(r.given)} 还没有开始。请改期间。`,
  'figure-changed': (r) =>
    `这个数已经改到第 ${figure(r.limit)} 次，您看到的是第 ${figure(r.given)} 次。请重新读取后再写。`,
  'figure-final': () => '这个数已经审核成为最终数。确实要改，请在 note 里写明原因，改后是修订数。',
  'figure-refused': (r) => `「${figure(r.limit)}」没有保存：${figure(r.given)}请改好再送这一个。`,
  'figure-unexplained': (r) => `「${figure(r.limit)}」没有保存：${figure(r.given)}请改正，或者连同原因再送这一个。`,
  'machine-unknown': (r) => `没有接口令牌${given(r)}，或者不归您的岗位管。请刷新后再选。`,
  'machine-revoked': (r) => `接口令牌${given(r)}已经作废。请刷新页面查看。`,
  'machine-post': () => '这个岗位不在您的范围内，或者不能填报指标。请换一个岗位。',
};
