import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、重点任务\n\n${text}`);

export const examples: Examples = {
  finds: [
    { name: 'dots', text: body('2025.6.30前完成。'), at: '2025.6.30', severity: 'notice', says: '2025年6月30日' },
    {
      name: 'leading zeros',
      text: body('2025年06月01日前完成。'),
      at: '2025年06月01日',
      severity: 'notice',
      says: '2025年6月1日',
    },
    { name: 'a short year', text: body('力争25年底完成。'), at: '25年底', severity: 'notice', says: '2025年' },
  ],
  silent: [
    { name: 'dates in full', text: body('2025年6月30日前完成，2027年底验收。') },
    { name: 'versions and decimals', text: body('实施2.5.1版标准，增长2.15%，近20年来持续增长。') },
  ],
};
