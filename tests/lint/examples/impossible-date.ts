import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、重点任务\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'a day that February does not have',
      text: body('2026年2月29日前完成验收。'),
      at: '2026年2月29日',
      severity: 'error',
      says: '2月只有28天',
    },
    {
      name: 'a thirteenth month',
      text: body('2025年13月底前完成验收。'),
      at: '2025年13月',
      severity: 'error',
      says: '没有13月',
    },
    { name: 'a day without its year', text: body('每年6月31日前报送总结。'), at: '6月31日', severity: 'error' },
  ],
  silent: [
    { name: 'dates that exist', text: body('2028年2月29日、2025年4月30日前完成，每年12月31日前报送。') },
    { name: 'a number of months', text: body('连续缴纳社会保险6个月以上，补贴期限不超过36个月。') },
  ],
};
