import { type Examples, planText } from '../documents.ts';

const tasks = (deadline: string, rest: string): string =>
  planText(`一、重点任务

1.推广工艺。${deadline}完成清洁生产审核。（市生态环境局牵头，市财政局配合）

2.引进项目。2026年10月底前引进项目6个。（市商务局牵头）

二、附则

${rest}`);
const valid = '本方案自2025年4月1日起施行，有效期至2027年12月31日。';

export const examples: Examples = {
  finds: [
    {
      name: 'a deadline after expiry',
      text: tasks('2028年6月底前', valid),
      at: '2028年6月底前',
      severity: 'error',
      arithmetic: '2028-06>2027-12',
    },
    {
      name: 'a deadline behind the years of the plan',
      text: tasks('2028年6月底前', '本方案由市工信局负责解释。'),
      at: '2028年6月底前',
      severity: 'warning',
    },
  ],
  silent: [
    { name: 'a deadline within validity', text: tasks('2027年12月底前', valid) },
    {
      name: 'a validity that is itself wrong',
      text: tasks('2026年6月底前', '本方案自2025年4月1日起施行，有效期至2024年12月31日。'),
    },
  ],
};
