import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'a year behind the plan, spoken of once a sentence',
      text: body('到2029年，全市营业收入达到260亿元，规模以上企业达到250家。'),
      at: '营业收入达到260亿元',
      severity: 'warning',
      arithmetic: '2029>2027',
    },
  ],
  silent: [
    { name: 'the last year', text: body('到2027年，全市营业收入达到260亿元。') },
    { name: 'an outlook', text: body('展望2030年，全市营业收入突破400亿元。') },
    { name: 'the base', text: body('以2024年营业收入180亿元为基数，到2027年全市营业收入达到240亿元。') },
    {
      name: 'a plan without years',
      text: planText('一、发展目标\n\n到2029年，营业收入达到260亿元。', { title: '临江市现代纺织产业提升行动方案' }),
    },
  ],
};
