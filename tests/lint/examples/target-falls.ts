import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'a later target below an earlier one',
      text: body('2025年规模以上纺织企业达到210家；到2027年规模以上纺织企业达到201家。'),
      at: '规模以上纺织企业达到201家',
      severity: 'notice',
      arithmetic: '201<210',
    },
  ],
  silent: [
    { name: 'growth', text: body('2025年规模以上纺织企业达到210家；到2027年规模以上纺织企业达到250家。') },
    { name: 'what should fall', text: body('2025年落后产能企业控制在20家；到2027年落后产能企业控制在5家。') },
  ],
};
