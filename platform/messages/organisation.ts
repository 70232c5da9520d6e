import type { Refusal, SheetFault } from '../../src/kernel/index.ts';
import { type Catalogue, figure } from './catalogue.ts';

const given = (r: Refusal): string => figure(r.given);
const limit = (r: Refusal): string => figure(r.limit);
/** The column of a sheet that a refusal is told at, or the value itself. */
const column = (r: Refusal): string =>
  (r as Partial<SheetFault>).column ? `「${(r as SheetFault).column}」` : '这一格';
/** `2019-01-01/..` as words. */
const period = (r: Refusal): string => {
  const [from = '..', to = '..'] = limit(r).split('/');
  return `${from === '..' ? '' : `从 ${from} 起`}${to === '..' ? '' : `到 ${to} 为止`}`;
};
const kinds: Readonly<Record<string, string>> = {
  ...{ region: '地区', unit: '单位', chain: '产业链', person: '人员', post: '岗位', delegation: '委托', grant: '授权' },
};
const kind = (r: Refusal): string => kinds[r.field ?? ''] ?? '记录';

/** Sentences for regions, units, chains, people, posts, delegations, grants and roles. */
export const organisationMessages: Catalogue = {
  'record-changed': () => '您打开之后，别人已经改过这条记录，所以没有保存。请刷新后再改。',
  'region-unknown': (r) => `没有「${given(r)}」这个地区。请从地区名录里选。`,
  'unit-unknown': (r) => `没有编号为 ${given(r)} 的单位。请刷新后重新选择。`,
  'chain-unknown': (r) => `没有编号为 ${given(r)} 的产业链。请刷新后重新选择。`,
  'person-unknown': (r) => `没有编号为 ${given(r)} 的人员，或者不归您查看。请刷新后重新选择。`,
  'post-unknown': (r) => `没有编号为 ${given(r)} 的岗位，或者不归您办理。请刷新后重新选择。`,
  'delegation-unknown': (r) => `没有编号为 ${given(r)} 的委托，或者不归您办理。请刷新后重新选择。`,
  'role-unknown': (r) => `没有「${given(r)}」这个角色。请从角色清单里选。`,
  'import-batch-unknown': (r) => `没有编号为 ${given(r)} 的导入。请刷新清单。`,

  'id-form-wrong': (r) => `编号「${given(r)}」不能用。请用 40 个以内的字母、数字、点和横线，以字母或数字开头。`,
  'region-code-wrong': (r) => `代码「${given(r)}」不对。请写六位区划代码、九位乡镇代码，或 990100-Z01 这样的自编代码。`,
  'region-code-local': (r) => `代码 ${given(r)} 与「自编代码」不符。请核对：带横线的是自编的，六位和九位的不是。`,
  'region-code-taken': (r) => `代码 ${given(r)} 已经有了。请打开那个地区修改，或换一个代码。`,
  'unit-name-taken': (r) => `同一地区同一时间已有单位「${given(r)}」。请改用原有的单位，或写出区别。`,
  'chain-name-taken': (r) => `同一地区同一时间已有产业链「${given(r)}」。请改用原有的，或写出区别。`,
  'credit-code-taken': (r) => `统一社会信用代码 ${given(r)} 已经属于另一个单位。请核对。`,
  'credit-code-wrong': (r) => `统一社会信用代码「${given(r)}」校验不对。请对照营业执照或法人证书核对。`,
  'bank-account-wrong': () => '银行账号的写法不对。请只写数字，至少八位。',
  'phone-wrong': () => '电话的写法不对。请写手机号码，或区号-号码。',
  'id-number-wrong': () => '证件号校验不对。请对照证件核对。',
  'email-wrong': () => '电子邮箱的写法不对。请写成 name@example.cn 这样。',
  'masked-value-strange': () => '带星号的号码与原来的不符，不知道指的是哪个。请原样留着，或写出完整的号码。',

  'life-reversed': (r) => `结束的日期 ${given(r)} 不晚于开始的日期 ${limit(r)}。请改正。`,
  'life-overlap': (r) =>
    `两段时间重叠：前一段到 ${limit(r) || '今后'}，后一段从 ${given(r) || '最初'}开始。请先给前一段写失效日期。`,
  'life-gap': (r) => `两段时间之间有空缺：${limit(r)} 到 ${given(r)}。请让前一段的失效日期等于后一段的生效日期。`,
  'superior-missing': (r) => `「${given(r)}」没有写上级。请补上。`,
  'superior-unknown': (r) => `没有上级「${given(r)}」。请改正，或先加上这个上级。`,
  'superior-not-then': (r) =>
    `上级「${given(r)}」只${period(r) || '在另一段时间'}存在。请调整生效、失效日期，或换一个上级。`,
  'superior-circle': (r) => `以「${given(r)}」为上级会绕成一圈。请换一个上级。`,
  'successor-unknown': (r) => `没有继任「${given(r)}」。请改正，或先加上它。`,
  'successor-needless': (r) => `还没有失效，却写了继任「${given(r)}」。请补上失效日期，或去掉继任。`,
  'successor-not-then': (r) => `继任「${given(r)}」在 ${limit(r)} 这一天不存在。请核对失效日期和继任。`,
  'region-not-then': (r) => `地区「${given(r)}」在这段时间不存在。请调整日期，或换一个地区。`,
  'others-lean-on-it': (r) => `还有「${given(r)}」要靠它：改了以后那一条就不成立了。请先改那一条。`,
  'posts-go-on': (r) => `还有岗位没有结束：${given(r)}。请先给这些岗位写失效日期。`,
  'post-before-unit': (r) => `岗位从 ${given(r)} 开始，早于单位的 ${limit(r)}。请改正。`,
  'post-after-unit': (r) => `单位在 ${limit(r)} 失效，岗位还在继续。请给岗位写不晚于它的失效日期。`,
  'post-after-person': (r) => `这个人在 ${limit(r)} 离开，岗位还在继续。请给岗位写不晚于它的失效日期。`,

  'delegation-too-long': (r) => `委托不能超过 ${limit(r)} 年。请把最后一天提前，到期再办。`,
  'delegation-over': (r) => `最后一天 ${given(r)} 已经过去。请改成今天或以后。`,
  'delegation-before-post': (r) => `委托从 ${given(r)} 开始，而岗位从 ${limit(r)} 才开始。请改正。`,
  'delegation-after-post': (r) => `委托到 ${given(r)}，而岗位在 ${limit(r)} 就失效。请改正。`,
  'delegation-to-holder': (r) => `${given(r)} 就是这个岗位的人，不用委托。请选别人。`,
  'delegation-to-left': (r) => `${given(r)} 在 ${limit(r)} 离开，不能代理到那以后。请改正。`,
  'delegation-revoked': () => '这项委托已经收回了。请刷新后再看。',

  'roles-incompatible': (r) =>
    `${limit(r)} 会同时有「${given(r)}」：三名管理员要由不同的人担任，也不能兼办业务。请换一个人，或先收回其中一个。`,
  'grant-stands': (r) => `这个岗位已经授权为「${given(r)}」。要改，请安全管理员办理。`,
  'grant-region-needless': () => '这个角色不按地区授权。请去掉授权地区。',
  'grant-chains-needless': () => '这个角色不按产业链授权。请去掉授权产业链。',
  'nothing-proposed': (r) => `「${given(r)}」没有待确认的授权。请刷新后再看。`,
  'nothing-granted': (r) => `「${given(r)}」没有可以收回的授权。请刷新后再看。`,
  'post-twice': (r) => `岗位 ${given(r)} 写了两次。请去掉一个。`,
  'role-empty': () => '角色里没有任何权限。请至少选一项。',
  'role-mixes-kinds': () => '管理员的权限不能和业务权限放在一起，三类管理员的也不能混在一个角色里。请分成几个角色。',
  'role-scope-unfit': () => '范围与权限不符：管理员角色管平台本身，业务角色按地区、单位或已发布的内容。请改选范围。',
  'permission-unknown': (r) => `没有「${given(r)}」这项权限。请从清单里选。`,
  'role-name-taken': (r) => `已有角色「${given(r)}」。请换一个名称。`,
  'role-built-in': (r) => `「${given(r)}」是现成的角色，不能改。请新建一个自己的角色。`,
  'role-in-use': (r) => `角色「${given(r)}」有岗位在用或用过，不能删去。请先改授别的角色；用过的请保留。`,
  'role-kind-fixed': (r) => `角色「${given(r)}」有岗位在用，不能在业务和管理员之间变，也不能换范围。请新建一个角色。`,
};

/** Sentences for what is wrong in a workbook that people filled in, and for its import. */
export const importMessages: Catalogue = {
  'sheets-missing': (r) => `文件里没有认得的工作表。请用下载的模板，工作表名为：${limit(r)}。`,
  'sheet-unknown': (r) => `不认得工作表「${given(r)}」。请改成模板里的名称，或者删去。`,
  'column-unknown': (r) => `不认得「${given(r)}」这一列。请改成模板里的表头，或者删去这一列。`,
  'column-twice': (r) => `「${given(r)}」这一列出现了两次。请删去一列。`,
  'column-missing': (r) => `少了「${given(r)}」这一列。请补上，表头要和模板一致。`,
  'cell-empty': (r) => `${column(r)}没有填。请补上。`,
  'cell-too-long': (r) => `${column(r)}太长，最多 ${limit(r)} 个字。请缩短。`,
  'cell-not-a-day': (r) => `${column(r)}的「${given(r)}」不是日期。请写成 2025-03-01 这样。`,
  'cell-not-yes': (r) => `${column(r)}的「${given(r)}」看不懂。请写是或否。`,
  'cell-not-a-number': (r) => `${column(r)}的「${given(r)}」不是数。请只写数字。`,
  'cell-not-listed': (r) => `${column(r)}的「${given(r)}」不在列表里。请从这些里选：${limit(r)}。`,
  'row-twice': (r) => `这一行和第 ${limit(r)} 行是同一条（${given(r)}）。请合成一行。`,
  'reference-unknown': (r) => `${column(r)}的「${given(r)}」没有找到。请核对写法，或先加上它。`,
  'reference-unclear': (r) =>
    `${column(r)}的「${given(r)}」不止一个${r.limit ? `（${limit(r)}）` : ''}。请改写编号或代码。`,
  'person-unclear': (r) =>
    `已经有叫「${given(r)}」的人（编号 ${limit(r)}）。是同一个人请填编号，不是请填电话或证件号。`,
  'import-faulty': (r) => `「${r.field ?? ''}」还有 ${given(r)} 处问题，什么都没有存。请改好后再检查。`,
  'import-stale': () => '检查之后有人改过组织机构，或者文件变了，什么都没有存。请重新检查再导入。',
  'import-changes-nothing': (r) => `「${r.field ?? ''}」和现有的完全一样，没有可以导入的。请确认选对了文件。`,
  'import-undone': (r) => `「${given(r)}」已经撤销过了。请刷新后再看。`,
  'undo-changed-since': (r) => `${kind(r)}「${given(r)}」在导入以后又改过，不能整批撤销。请单独修改。`,
  'undo-needed-since': (r) =>
    `${kind(r)}「${given(r)}」在导入以后有别的记录要靠它${r.limit ? `（${limit(r)}）` : ''}，不能整批撤销。请先改那些记录。`,
};
