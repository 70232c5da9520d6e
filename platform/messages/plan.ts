import type { Refusal } from '../../src/kernel/index.ts';
import { type Catalogue, figure } from './catalogue.ts';
import { fieldName } from './fields.ts';

const kinds: Readonly<Record<string, string>> = {
  indicator: '指标',
  task: '任务',
  clause: '条款',
  table: '表格',
};
const correct = '请改正后再保存。';
const given = (r: Refusal): string => figure(r.given);

/** Sentences for the refusals of the plan slice. */
export const planMessages: Catalogue = {
  'plan-unknown': (r) => `没有编号为 ${given(r)} 的方案。请回到清单重新选择。`,
  'draft-missing': () => '这个方案现在没有草案，不能修改。请先从某一版起草修订。',
  'edition-unknown': (r) => `这个方案没有第 ${given(r)} 版。请从版次清单里选择。`,
  'item-unknown': (r) => `草案里没有条目 ${given(r)}，可能已被删去或合并。请刷新后再看。`,
  'finding-unknown': () => '这条体检结果已经不在了，可能条目已经改过。请刷新后再看。',
  'import-unknown': (r) => `没有编号为 ${given(r)} 的导入。请重新上传文件。`,
  'import-interrupted': () => '服务在导入途中停止了，没有保存任何内容。请重新上传这个文件。',
  'revision-conflict': () => '您打开之后，别人已经改过这个方案，所以没有保存。请查看对方的改动，刷新后再改。',
  'draft-open': () => '这个方案已有一份没有发布的草案。请先发布或放弃它。',
  'nothing-to-undo': () => '没有可以撤销的改动。请继续编辑。',
  'nothing-to-redo': () => '没有可以重做的改动。请继续编辑。',
  'nothing-to-restore': () => '没有放弃过的草案可以恢复。请从某一版起草修订。',
  'place-outside-document': (r) => `选中的原文不在这份公文里（公文在 ${figure(r.limit)}）。请在左侧原文中重新选择。`,
  'place-empty': () => '没有选中任何文字。请在原文中选中写明这一条的文字。',
  'field-empty': (r) => `${fieldName(r.field)}不能是空的。请填写。`,
  'range-without-end': () => '选了区间，却没有填数值上限。请补上上限，或改用别的比较方式。',
  'end-without-range': () => '填了数值上限，比较方式却不是区间。请改成区间，或删去上限。',
  'range-not-rising': (r) => `${fieldName(r.field)}是 ${given(r)}，应大于 ${figure(r.limit)}。${correct}`,
  'lead-not-a-unit': (r) => `牵头单位「${given(r)}」不在责任单位里。请把它加进责任单位，或改正牵头单位。`,
  'unit-twice': (r) => `责任单位「${given(r)}」写了两次。请去掉一个。`,
  'month-unknown': (r) => `时限 ${given(r)} 不是正确的年月。请写成 2025-06 这样。`,
  'clause-without-figure': () => '条款没有写金额、比例或封顶。请至少填一个数。',
  'figure-below-zero': (r) => `${fieldName(r.field)}是 ${given(r)}，不能小于零。${correct}`,
  'rate-missing': () => '选了按比例，却没有填比例。请补上比例，或改成定额。',
  'cap-missing': () => '选了封顶，却没有填封顶金额。请补上，或改成按比例。',
  'row-uneven': (r) => `有一行是 ${given(r)} 格，表头却是 ${figure(r.limit)} 列。请补齐或删去多余的格。`,
  'merge-with-itself': () => '不能把一个条目同它自己合并。请选择别的条目。',
  'merge-of-kinds': (r) => `条目 ${given(r)} 不是${kinds[String(r.limit)] ?? '同一类'}，不能合并。请只选同一类的条目。`,
  'merge-of-columns': () => '这几张表的列不一样，不能合并。请先改成一样的列。',
  'day-unknown': (r) => `${given(r)} 不是正确的日期。请写成 2025-03-01 这样。`,
  'reason-missing': () => '没有写理由。请写明为什么不必处理。',
  'title-missing': () => '方案没有标题，不能发布。请先填写标题。',
  'nothing-to-publish': () => '草案里没有任何条目，不能发布。请先补录条目，或恢复已剔除的条目。',
  'errors-open': (r) =>
    `体检还有 ${given(r)} 处错误没有处理，没有发布。请逐条改正或注明不必处理，也可以写明理由后照样发布。`,
  'place-unknown': (r) => `${fieldName(r.field)}「${given(r)}」不在名录里。请从名录中选择。`,
  'place-out-of-reach': () =>
    '选的归属不在您的数据范围内，改过去您就看不到它了。请选您管的地区、单位或产业链，或请上级来改。',
  'parent-is-itself': () => '方案不能是自己的上位规划。请选择别的规划。',
  'parent-twice': () => '同一个上位规划选了两次。请去掉一个。',
  'parent-circle': () => '选中的规划以这个方案为上位规划，这样就绕成了一圈。请改选别的规划。',
  'parent-unknown': (r) => `没有编号为 ${given(r)} 的方案可作上位规划。请重新选择。`,
  'no-document': (r) => `「${r.field ?? ''}」里没有找到公文。请检查是否传错了文件。`,
  'several-documents': (r) => `「${r.field ?? ''}」里有 ${given(r)} 份公文，标题都和这个方案不同。请指明要用第几份。`,
};
