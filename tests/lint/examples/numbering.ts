import { type Examples, planText } from '../documents.ts';

const items = (numbers: readonly number[]): string =>
  numbers.map((n) => `${n}.推进事项。加快推进各类项目建设。`).join('\n\n');

export const examples: Examples = {
  finds: [
    {
      name: 'a number left out',
      text: planText(`一、重点任务\n\n${items([1, 2, 4, 5])}`),
      at: '4.推进事项',
      severity: 'warning',
      says: '中间缺了第3项',
    },
    {
      name: 'a number twice',
      text: planText(`一、重点任务\n\n${items([1, 2])}\n\n2.另一事项。加快推进平台建设。`),
      at: '2.另一事项',
      severity: 'warning',
      says: '重复',
    },
    {
      name: 'one mistyped number',
      text: planText(`一、重点任务\n\n${items([1, 2, 5, 4])}`),
      at: '5.推进事项',
      severity: 'warning',
      says: '应为第3项',
    },
    {
      name: 'a main heading left out',
      text: planText('一、总体要求\n\n坚持市场导向。\n\n三、重点任务\n\n加快建设园区。'),
      at: '三、重点任务',
      severity: 'warning',
    },
    {
      name: 'a list that begins in the middle',
      text: planText(`一、重点任务\n\n（一）建设园区\n\n${items([1, 2])}\n\n（二）引进项目\n\n${items([4, 5])}`),
      at: '4.推进事项',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'numbers in order',
      text: planText(`一、重点任务\n\n${items([1, 2, 3])}\n\n二、支持政策\n\n${items([1, 2])}`),
    },
    {
      name: 'numbers that run on over headings',
      text: planText(`一、重点任务\n\n（一）建设园区\n\n${items([1, 2])}\n\n（二）引进项目\n\n${items([3, 4])}`),
    },
    {
      name: 'a list inside a paragraph',
      text: planText('一、支持对象\n\n1.本市企业；2.依法纳税；3.无失信记录。\n\n4.首次升规的企业。'),
    },
  ],
};
