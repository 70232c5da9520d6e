import { type Examples, planText } from '../documents.ts';

const table = (...rows: string[]): string =>
  `${planText('一、发展目标\n\n分区目标见下表。')}\n\n临江市现代纺织产业目标表（亿元）\n\n${rows.map((r) => r.split(' ').join('\t')).join('\n')}`;
const head = '指标 年份 全市 望江区 芦洲区 云台县 经开区';
const right = ['营业收入 2025 198 40 60 28 70', '营业收入 2026 218 44 66 31 77', '规上企业户数 2026 230 60 90 30 50'];

export const examples: Examples = {
  finds: [
    {
      name: 'a row that does not add up among rows that do',
      text: table(head, ...right, '规上企业户数 2027 250 66 98 33 54'),
      at: '250',
      severity: 'error',
      arithmetic: '66+98+33+54=251≠250',
      says: '多1',
    },
    {
      name: 'a row that lacks a part',
      text: table(head, ...right, '规上企业户数 2027 250 66 - 33 54'),
      at: '250',
      severity: 'error',
      says: '“芦洲区”没有数',
    },
    {
      name: 'a total at the end',
      text: table('指标 年份 望江区 芦洲区 云台县 合计', '营业收入 2025 40 60 28 128', '营业收入 2026 44 66 31 131'),
      at: '131',
      severity: 'error',
      arithmetic: '44+66+31=141≠131',
    },
    {
      name: 'money that rounding may explain',
      text: table(head, ...right, '营业收入 2027 241 48 73 34 85'),
      at: '241',
      severity: 'warning',
      says: '尾差',
    },
  ],
  silent: [
    { name: 'rows that add up', text: table(head, ...right) },
    { name: 'dashes that mean none', text: table(head, ...right, '营业收入 2027 240 48 - 107 85') },
    { name: 'rates', text: table(head, ...right, '研发投入占比 2027 2.1 1.8 2.4 1.2 2.6') },
    {
      name: 'a column that is no sum: no row adds up',
      text: table(head, '平台数 2025 30 40 60 28 70', '平台数 2026 35 44 66 31 77', '平台数 2027 38 60 90 30 50'),
    },
    {
      name: 'years beside each other',
      text: table('指标 2025年 2026年 2027年', '营业收入 198 218 240', '规上企业户数 210 230 250'),
    },
  ],
};
