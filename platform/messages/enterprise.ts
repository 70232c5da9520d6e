import { type Catalogue, figure, megabytes, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一项');
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for what the register of enterprises refuses. */
export const enterpriseMessages: Catalogue = {
  'credit-code-length': (r) =>
    `统一社会信用代码有 ${figure(r.given)} 位，应当是 ${figure(r.limit)} 位。请核对营业执照。`,
  'credit-code-character': (r) => `统一社会信用代码里有不能用的字符${given(r)}。请核对营业执照。`,
  'credit-code-check': (r) =>
    `统一社会信用代码最后一位是${given(r)}，按前面 17 位算应当是「${figure(r.limit)}」。请核对营业执照。`,
  'credit-code-inner': (r) =>
    `统一社会信用代码第 17 位是${given(r)}，按组织机构代码算应当是「${figure(r.limit)}」，少数老代码如此。请核对营业执照。`,
  'credit-code-kind': (r) => `统一社会信用代码前两位${given(r)}不是已知的登记机关和类别。请核对营业执照。`,
  'credit-code-region': (r) => `统一社会信用代码里的行政区划${given(r)}不在名录里。请核对营业执照。`,
  'enterprise-code-reason': (r) => `代码${given(r)}有疑点。核对无误的，请写明理由再保存；理由会记录下来。`,
  'enterprise-code-taken': (r) =>
    r.limit === null || r.limit === undefined
      ? `代码${given(r)}已有别的地区的企业在用。请核对；需要合并的，请上级处理。`
      : `代码${given(r)}已有「${figure(r.limit)}」在用。请核对，或者改那一户的档案。`,
  'enterprise-unit-taken': (r) => `单位${given(r)}已经是另一户企业的账号单位。请换一个。`,
  'enterprise-name-taken': (r) => `已有同名的企业${given(r)}。请先打开看是不是同一户；确实不是，勾选已看过再登记。`,
  'enterprise-name-missing': () => '没有写企业名称。请按营业执照填写。',
  'enterprise-unknown': (r) => `没有企业${given(r)}，或者不归您的岗位管。请回到企业名录重新选。`,
  'enterprise-merged': (r) => `${at(r)}已经并入${given(r)}，不能再改。请到那一户里改，或者先撤销合并。`,
  'enterprise-same': (r) => `${at(r)}没有任何变化，不用保存。`,
  'enterprise-beyond-reach': (r) => `地区${given(r)}不在您的范围内，不能把企业放到那里。请由管两边的上级办理。`,
  'enterprise-not-yet': (r) => `${figure(r.given)} 还没有这户企业的记录，最早是 ${figure(r.limit)}。请选晚一些的日期。`,
  'enterprise-day-future': (r) =>
    `${at(r)} ${figure(r.given)} 还没有到，今天是 ${figure(r.limit)}。请写已经发生的日期。`,
  'enterprise-day-early': (r) => `${at(r)} ${figure(r.given)} 早于成立日期 ${figure(r.limit)}。请核对日期。`,
  'enterprise-title-unknown': (r) => `没有称号${given(r)}。请从清单里选。`,
  'enterprise-title-days': (r) => `${at(r)} ${figure(r.given)} 和 ${figure(r.limit)} 前后颠倒。请核对日期。`,
  'enterprise-title-over': (r) => `称号到 ${figure(r.limit)} 已经满期，不用取消。请核对日期。`,
  'enterprise-title-twice': (r) => `这个称号 ${figure(r.given)} 已经登记过。请改那一条。`,
  'enterprise-title-gone': () => '没有这个称号，可能别人刚删去。请刷新页面查看。',
  'enterprise-figure-unknown': (r) => `没有数据项${given(r)}。请从清单里选。`,
  'enterprise-figure-period': (r) => `${given(r)}不能按「${figure(r.limit)}」这样的期间填。请换年份或月份。`,
  'enterprise-figure-least': (r) => `${at(r)}是 ${figure(r.given)}，最小是 ${figure(r.limit)}。请核对单位和数值。`,
  'enterprise-figure-most': (r) => `${at(r)}是 ${figure(r.given)}，最大是 ${figure(r.limit)}。请核对单位和数值。`,
  'enterprise-figures-audited': (r) => `${figure(r.given)} 的数据已经审计核定。请以审计核定的名义更正，写明来源。`,
  'enterprise-period-future': (r) =>
    `${figure(r.given)} 还没有到，今天是 ${figure(r.limit)}。请选已经开始的年份或月份。`,
  'enterprise-contact-unknown': () => '没有这个联系人，可能别人刚删去。请刷新页面查看。',
  'enterprise-contact-empty': () => '电话和邮箱都没有写。请至少写一样。',
  'enterprise-contact-phone': (r) => `${given(r)}不像电话号码。请写手机号，或者带区号的座机。`,
  'enterprise-contact-mail': (r) => `${given(r)}不像邮箱地址。请核对。`,
  'enterprise-contacts-many': (r) => `一户企业最多 ${figure(r.limit)} 个联系人。请先删去不用的。`,
  'enterprise-file-about': (r) => `${given(r)}说明不了是哪一项的材料。请从档案里对应的地方上传。`,
  'enterprise-file-large': (r) => `文件有 ${megabytes(r.given)}，最多 ${megabytes(r.limit)}。请缩小以后再上传。`,
  'enterprise-file-twice': (r) => `这个文件已经上传过了，叫${given(r)}。不用再传。`,
  'enterprise-files-many': (r) => `一户企业最多 ${figure(r.limit)} 个文件。请先撤下不用的。`,
  'enterprise-file-unknown': () => '没有这个文件，或者已经撤下。请刷新页面查看。',
  'enterprise-file-agreed': (r) => `材料${given(r)}已经认可，不能收回。要撤下的，请联系管理部门。`,
  'enterprise-file-reason': () => '退回材料没有写理由。请写明缺什么，企业好补。',
  'enterprise-clause-unknown': (r) => `政策库里没有条款${given(r)}。请从清单里选，或者不写条款。`,
  'enterprise-grant-year': (r) => `拨付年份 ${figure(r.given)} 不对，应当在 1990 到 ${figure(r.limit)} 之间。请核对。`,
  'enterprise-grant-twice': (r) =>
    `奖补${given(r)} ${figure(r.limit)} 已经登记过同一出资方的一笔。请改那一笔，几级分担的分别写出资方。`,
  'enterprise-grant-gone': () => '没有这笔奖补，可能别人刚删去。请刷新页面查看。',
  'enterprise-grant-amount': (r) => `金额${given(r)}不对。请写大于 0 的数，单位是元，最多两位小数。`,
  'enterprise-grant-row-twice': (r) => `奖补${given(r)}在第 ${figure(r.limit)} 行已经有了。请删去一行。`,
  'enterprise-grants-stale': () => '检查之后有人改过，或者文件变了，什么都没有存。请重新检查再导入。',
  'enterprise-sheet-missing': (r) => `文件里没有名叫${given(r)}的工作表。请用下载的空表来填。`,
  'enterprise-sheet-long': (r) => `文件里有 ${figure(r.given)} 行，一次最多 ${figure(r.limit)} 行。请分几次导入。`,
  'enterprise-promise-unknown': () => '没有这项承诺，或者不归您的岗位管。请回到承诺清单重新选。',
  'enterprise-promise-side': () => '这一类不是这一方承诺的。请换一类，或者换承诺的一方。',
  'enterprise-promise-days': (r) => `${at(r)} ${figure(r.given)} 早于签订日期 ${figure(r.limit)}。请核对日期。`,
  'enterprise-promise-amount': () => '这一类承诺不计数。请把数写进承诺的内容，数量留空。',
  'enterprise-promise-figure': () => '没有写承诺多少或者哪一年的数。请写全，系统才能和档案里的数比。',
  'enterprise-appeal-unknown': () => '没有这件诉求，或者不归您的岗位管。请回到诉求清单重新选。',
  'enterprise-appeal-step': (r) => `诉求现在是${given(r)}，不能这样办。请刷新页面查看。`,
  'enterprise-appeal-own': () => '这家企业有自己的账号，要由它自己评价。请提醒企业在“本企业”里评价。',
  'enterprise-appeal-second-person': (r) => `答复是${given(r)}写的，评价要由另一个人去问、去记。请换一位同事。`,
  'enterprise-appeal-why': () => '不满意没有写原因。请写明哪里没有解决，办理单位才好重办。',
  'enterprise-request-unknown': () => '没有这份申请，或者不归您的岗位管。请回到申请清单重新选。',
  'enterprise-request-not-own': () => '这不是您单位的企业，不能替它申请。请换到企业自己的岗位。',
  'enterprise-request-part': (r) => `${at(r)}不能由企业申请变更。请联系管理部门。`,
  'enterprise-request-open': (r) => `「${figure(r.given)}」已有一份申请等着核定。请等它办完，或者先撤回。`,
  'enterprise-request-closed': (r) => `这份申请${figure(r.given)}，不能再办。请刷新页面查看。`,
  'enterprise-request-stale': (r) => `${at(r)}在申请以后别处改过。请对照现在的内容，重新核定。`,
  'enterprise-request-reason': () => '有不同意的项，没有写理由。请写明，企业会看到。',
  'enterprise-pack-tag-days': (r) =>
    `${at(r)} ${figure(r.given)} 不晚于 ${figure(r.limit)}，规则一天也不起作用。请改正。`,
  'enterprise-second-person': (r) => `${figure(r.given)}自己提的申请，不能自己核定。请由另一个人核定。`,
};
