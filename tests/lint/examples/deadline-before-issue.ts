import { type Examples, planText } from '../documents.ts';

const tasks = (deadline: string, rest = ''): string =>
  planText(`一、重点任务

1.建设园区。${deadline}完成园区规划编制。（市工信局牵头，市财政局配合）

2.引进项目。2026年10月底前引进项目6个。（市商务局牵头）

二、附则

${rest || '本方案由市工信局负责解释。'}`);

export const examples: Examples = {
  finds: [
    {
      name: 'a deadline before the issue date',
      text: tasks('2025年1月底前'),
      at: '2025年1月底前',
      severity: 'error',
      arithmetic: '2025-01<2025-03',
    },
    {
      name: 'a half-year that is over',
      text: tasks('2024年上半年'),
      at: '2024年上半年',
      severity: 'error',
    },
    {
      name: 'a deadline before the document takes effect',
      text: tasks('2025年5月底前', '本方案自2025年7月1日起施行，有效期至2027年12月31日。'),
      at: '2025年5月底前',
      severity: 'notice',
    },
  ],
  silent: [
    { name: 'a deadline in the month of issue', text: tasks('2025年3月底前') },
    { name: 'a later deadline', text: tasks('2025年9月底前', '本方案自2025年7月1日起施行，有效期至2027年12月31日。') },
    { name: 'what has been done already', text: tasks('2024年12月底前已经') },
  ],
};
