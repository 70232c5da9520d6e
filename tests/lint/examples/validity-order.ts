import { type Examples, planText } from '../documents.ts';

const rest = (text: string): string => planText(`一、附则\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'expiry before effect',
      text: rest('本方案自2025年4月1日起施行，有效期至2024年12月31日。'),
      at: '有效期至2024年12月31日',
      severity: 'error',
    },
    {
      name: 'effect before issue',
      text: rest('本方案自2025年1月1日起施行，有效期至2027年12月31日。'),
      at: '自2025年1月1日起施行',
      severity: 'warning',
      arithmetic: '2025-01-01<2025-03-12',
    },
    {
      name: 'a number of years that does not fit the dates',
      text: rest('本方案自2025年4月1日起施行，有效期3年，至2027年12月31日。'),
      at: '有效期3年',
      severity: 'error',
      arithmetic: '2025-04-01+3年=2028-03-31≠2027-12-31',
    },
  ],
  silent: [
    { name: 'dates in order', text: rest('本方案自2025年4月1日起施行，有效期至2027年12月31日。') },
    { name: 'years that fit', text: rest('本方案自2025年4月1日起施行，有效期3年，至2028年3月31日。') },
    { name: 'effect on the day of issue', text: rest('本方案自印发之日起施行，有效期2年。') },
  ],
};
