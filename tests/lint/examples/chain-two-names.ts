import { type Examples, planText } from '../documents.ts';

const body = (text: string): string =>
  planText(`一、重点任务\n\n1.做强链条。做强现代纺织产业链，壮大现代纺织产业链企业。\n\n2.建设平台。${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'one chain by two names',
      text: body('由轻工纺织产业链链长统筹。'),
      at: '轻工纺织产业链',
      severity: 'notice',
      says: '“现代纺织产业链”2次、“轻工纺织产业链”1次',
    },
  ],
  silent: [
    { name: 'one name', text: body('由现代纺织产业链链长统筹。') },
    { name: 'two chains', text: body('与智能装备产业链联动。') },
  ],
};
