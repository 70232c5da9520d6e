import type { FactsFaultCode } from '../facts/spec.ts';
import { type Catalogue, figure, place } from './catalogue.ts';

type RunCode =
  | 'facts-kind'
  | 'facts-column-missing'
  | 'facts-id-unknown'
  | 'output-not-writable'
  | 'output-is-input'
  | 'run-nothing';

const at = (refusal: Parameters<typeof place>[0]): string => place(refusal, '表格');
const given = (refusal: Parameters<typeof place>[0]): string => `“${figure(refusal.given)}”`;

/** Sentences for files of enterprises that policies are run over; the place is file, line and column. */
export const factsMessages: Catalogue<FactsFaultCode | RunCode> = {
  'facts-kind': (r) => `${at(r)}不是 .csv 或 .xlsx 文件。请另存为其中一种，CSV 要用 UTF-8 编码。`,
  'facts-empty': (r) => `${at(r)}没有表头。请在第一行写上各列的名称，如 id、region、revenue。`,
  'facts-not-utf8': (r) => `${at(r)}不是 UTF-8 编码。请在表格软件里另存为“CSV UTF-8”。`,
  'facts-id-missing': (r) => `${at(r)}没有编号一列。请加上一列，名称用${figure(r.limit)}之一。`,
  'facts-columns-many': (r) =>
    `${at(r)}的表头有 ${figure(r.given)} 列，最多 ${figure(r.limit)} 列。请检查第一行是不是表头，删去没有用的列。`,
  'facts-column-twice': (r) => `${at(r)}与${figure(r.limit)}是同一列。请只留一列。`,
  'facts-column-missing': (r) => `${at(r)}没有所选政策要用的列：${figure(r.limit)}。请加上这些列，或换别的政策。`,
  'facts-column-misspelt': (r) =>
    `${at(r)}这一列不认识，可能是 ${figure(r.limit)}。请改正列名；确实是别的内容，请换一个不相近的列名。`,
  'facts-row-length': (r) =>
    `${at(r)}有 ${figure(r.given)} 格，表头有 ${figure(r.limit)} 列。请补成一样多，空格也要有逗号。`,
  'facts-row-long': (r) => `${at(r)}太长，或者引号没有收尾。请检查这一行的引号。`,
  'facts-quote': (r) => `${at(r)}的引号没有成对。请把整格用引号括起来，格里的引号写成两个。`,
  'facts-id-empty': (r) => `${at(r)}的编号是空的。请填上，或删去这一行。`,
  'facts-not-a-number': (r) =>
    `${at(r)}的值${given(r)}不是数。请只写数字和小数点，单位是${figure(r.limit)}，不写千位逗号。`,
  'facts-decimals': (r) => `${at(r)}的值${given(r)}小数太多，最多 ${figure(r.limit)} 位。请按规定的位数填写。`,
  'facts-range': (r) => `${at(r)}的值${given(r)}不在 ${figure(r.limit)}之间。请核对单位和数值。`,
  'facts-not-a-flag': (r) => `${at(r)}的值${given(r)}不是“是”或“否”。请写 1 或 0；不知道的留空。`,
  'facts-option': (r) => `${at(r)}的值${given(r)}不在可选项里。请从这些里选：${figure(r.limit)}。`,
  'facts-words-many': (r) => `${at(r)}的不同写法超过 ${figure(r.limit)} 种，不能按它汇总。请检查是不是填错了列。`,
  'facts-id-unknown': (r) => `${at(r)}里没有编号为${given(r)}的一行。请核对编号，或者换一个文件。`,
  'output-not-writable': (r) =>
    `${at(r)}写不进去：目录不存在、没有权限，或者磁盘已满。没有写任何结果。请换一个地方或腾出空间。`,
  'output-is-input': (r) => `${at(r)}已经是${figure(r.limit)}的文件，不能再写到这里。请换一个文件名。`,
  'run-nothing': (r) => `${at(r)}里没有要算的政策。请用 --packs 指定政策编号，或换一个日期。`,
};
