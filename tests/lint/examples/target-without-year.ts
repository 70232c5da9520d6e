import { type Examples, planText } from '../documents.ts';

const goals = (text: string): string =>
  planText(`一、发展目标\n\n到2027年，全市营业收入达到240亿元。\n\n二、分项目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'goals that do not say by when, once a paragraph',
      text: planText(
        '一、基本要求\n\n2025年营业收入达到198亿元。\n\n二、发展目标\n\n高新技术企业达到35家，省级专精特新企业达到20家。',
      ),
      at: '高新技术企业达到35家',
      severity: 'notice',
      says: '等2个目标',
    },
    {
      name: 'the one paragraph of goals without a year',
      text: planText(
        '一、发展目标\n\n2025年全市营业收入达到198亿元。\n\n到2027年，规模以上企业达到250家。\n\n高新技术企业达到35家。',
      ),
      at: '高新技术企业达到35家',
      severity: 'warning',
      says: '旁边几段都写了',
    },
  ],
  silent: [
    { name: 'goals with a year', text: goals('到2027年，高新技术企业达到35家。') },
    {
      name: 'a year that governs what follows',
      text: planText('一、发展目标\n\n到2027年，全市营业收入达到240亿元。高新技术企业达到35家。'),
    },
    { name: 'yearly duties', text: goals('每年新增高新技术企业8家。') },
    { name: 'weights of an assessment', text: goals('调度结果占考核的20%。') },
    {
      name: 'an interpretation',
      text: planText('一、发展目标\n\n2025年营业收入达到198亿元。\n\n高新技术企业达到35家。', {
        title: '解读：临江市现代纺织产业提升行动方案',
      }),
    },
  ],
};
