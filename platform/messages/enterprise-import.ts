import type { CodeFault } from '../../src/kernel/index.ts';
import type { CsvRefusalCode } from '../workbook/csv-rows.ts';
import { type Catalogue, figure, place } from './catalogue.ts';

const at = (refusal: Parameters<typeof place>[0]): string => place(refusal, '文件');

/** What speaks against a credit code, in a few words. */
export function codeFaultWords(fault: CodeFault): string {
  switch (fault.code) {
    case 'credit-code-length':
      return fault.given === 0 ? '没有填' : `有 ${fault.given} 位，应当是 ${fault.limit} 位`;
    case 'credit-code-character':
      return `有不能用的字符“${fault.given}”`;
    case 'credit-code-check':
      return `最后一位是 ${fault.given}，按前面 17 位算应当是 ${fault.limit}`;
    case 'credit-code-inner':
      return `第 17 位是 ${fault.given}，按组织机构代码算应当是 ${fault.limit}；少数老代码如此`;
    case 'credit-code-kind':
      return `前两位 ${fault.given} 不是已知的登记机关和类别`;
    case 'credit-code-region':
      return `行政区划 ${fault.given} 不在名录里`;
  }
}

type ImportCode =
  | 'enterprise-import-code-column'
  | 'enterprise-import-name-column'
  | 'enterprise-import-busy'
  | 'enterprise-import-state'
  | 'enterprise-import-kind'
  | 'enterprise-import-empty'
  | 'enterprise-import-faulty'
  | 'enterprise-import-large'
  | 'enterprise-import-kept'
  | 'enterprise-import-stopped'
  | 'enterprise-import-cancelled'
  | 'enterprise-import-broken'
  | 'enterprise-import-unknown'
  | 'enterprise-row-name'
  | 'enterprise-row-long'
  | 'enterprise-row-code-doubtful'
  | 'enterprise-row-twice'
  | 'enterprise-row-region'
  | 'enterprise-row-beyond'
  | 'enterprise-row-industry'
  | 'enterprise-row-choice'
  | 'enterprise-row-day'
  | 'enterprise-row-number'
  | 'enterprise-row-range'
  | 'enterprise-row-name-unknown'
  | 'enterprise-row-wide'
  | 'enterprise-row-changed-elsewhere'
  | 'enterprise-pair-decided'
  | 'enterprise-pair-unknown'
  | 'enterprise-pair-later';

const given = (refusal: Parameters<typeof place>[0]): string => `“${figure(refusal.given)}”`;

/** Sentences for lists of enterprises that are brought in, and for pairs that may be one. */
export const enterpriseImportMessages: Catalogue<CsvRefusalCode | ImportCode> = {
  'csv-encoding': (r) => `${at(r)}的文字编码认不出。请在表格软件里另存为“CSV UTF-8”。`,
  'csv-nul': (r) => `${at(r)}第 ${figure(r.given)} 行有不是文字的内容，可能不是 CSV 文件。请在表格软件里另存为 CSV。`,
  'csv-quote': (r) => `${at(r)}第 ${figure(r.given)} 行的引号没有成对。请把整格用引号括起来，格里的引号写成两个。`,
  'csv-wide': (r) => `${at(r)}第 ${figure(r.given)} 行超过 ${figure(r.limit)} 列。请删去没有用的列。`,
  'csv-cell-long': (r) =>
    `${at(r)}第 ${figure(r.given)} 行有一格超过 ${figure(r.limit)} 个字，可能是引号没有收尾。请检查这一行的引号。`,
  'csv-empty': (r) => `${at(r)}是空的。请检查是否传错了文件。`,
  'csv-binary': (r) => `${at(r)}是 Excel 工作簿，不是 CSV。请把扩展名改回来，或者另存为 CSV。`,
  'enterprise-import-code-column': (r) => `${at(r)}的第一行没有信用代码一列。请把列名写成“统一社会信用代码”。`,
  'enterprise-import-name-column': (r) => `${at(r)}的第一行没有企业名称一列。请把列名写成“企业名称”。`,
  'enterprise-import-busy': (r) => `这个地区正在导入「${figure(r.given)}」。请等它完成以后再导入。`,
  'enterprise-import-state': () => '这次导入现在不能这样做，可能别人已经处理了。请刷新以后再看。',
  'enterprise-import-kind': (r) => `${at(r)}不是 .csv 或 .xlsx 文件。请另存为其中一种。`,
  'enterprise-import-empty': (r) => `${at(r)}只有表头，没有企业。请检查是否传错了文件。`,
  'enterprise-import-faulty': (r) => `${at(r)}有 ${figure(r.given)} 处错误，没有导入。请改好以后重新上传。`,
  'enterprise-import-large': (r) => `${at(r)}超过 ${figure(r.limit)}，没有读取。请分成几个文件。`,
  'enterprise-import-kept': (r) =>
    `这次导入的企业有 ${figure(r.given)} 户后来又改过或者用到了，不能整批撤销。请逐户处理。`,
  'enterprise-import-stopped': () => '已中断：服务中途停了，这次导入没有保存任何内容。请重新上传。',
  'enterprise-import-cancelled': () => '已中止，这次导入没有保存任何内容。要导入的，请重新上传。',
  'enterprise-import-broken': () => '导入时出了故障，没有保存任何内容。请再试一次；仍不行，请告诉系统管理员。',
  'enterprise-import-unknown': (r) => `没有导入${given(r)}，或者不归您的岗位管。请回到导入页重新选。`,
  'enterprise-row-name': () => '没有企业名称。请填上，或删去这一行。',
  'enterprise-row-long': (r) => `内容有 ${figure(r.given)} 个字，最多 ${figure(r.limit)} 个。请缩短。`,
  'enterprise-row-code-doubtful': (r) =>
    `信用代码${given(r)}可疑：${figure(r.limit)}。核对无误的，在“代码说明”里写明理由。`,
  'enterprise-row-twice': (r) => `信用代码${given(r)}和第 ${figure(r.limit)} 行相同。请只留一行。`,
  'enterprise-row-region': (r) => `地区${given(r)}认不出。请写六位代码或完整的名称。`,
  'enterprise-row-beyond': (r) => `地区${given(r)}不归您的岗位管。请删去这一行，或者由管它的岗位导入。`,
  'enterprise-row-industry': (r) => `行业代码${given(r)}不对。请写 GB/T 4754-2017 的二到四位数字。`,
  'enterprise-row-choice': (r) => `${given(r)}不在可选项里。请写：${figure(r.limit)}。`,
  'enterprise-row-day': (r) => `${given(r)}不是日期。请写成 2020-05-01。`,
  'enterprise-row-number': (r) => `${given(r)}不是数。请只写数字和小数点，单位是${figure(r.limit)}。`,
  'enterprise-row-range': (r) => `${given(r)}不在 ${figure(r.limit)} 之间。请核对单位和数值。`,
  'enterprise-row-name-unknown': (r) => `${given(r)}不在名录里，或者有几个同名的。请核对名称。`,
  'enterprise-row-wide': (r) => `有 ${figure(r.given)} 格，表头只有 ${figure(r.limit)} 列。请检查有没有多余的逗号。`,
  'enterprise-row-changed-elsewhere': (r) => `信用代码${given(r)}的企业不归您的岗位管，不能改。请删去这一行。`,
  'enterprise-pair-decided': () => '这一对别人已经判定了。请刷新以后再看。',
  'enterprise-pair-unknown': (r) => `没有这一对${given(r)}，或者有一户不归您的岗位管。请回到清单重新选。`,
  'enterprise-pair-later': () => '合并以后又改过，不能原样撤销。请先撤销后来的改动，或者逐项更正。',
};
