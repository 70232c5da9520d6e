import { type Examples, planText } from '../documents.ts';

const goals = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'an average rate from nowhere, once a document',
      text: goals('到2027年，全市规模以上工业营业收入年均增长10%左右。\n\n到2027年，纺织品出口额年均增长8%以上。'),
      at: '年均增长10%',
      severity: 'notice',
      says: '等2处',
    },
  ],
  silent: [
    { name: 'a stated base', text: goals('以2024年营业收入180亿元为基数，到2027年全市营业收入年均增长10%左右。') },
    {
      name: 'a level of an earlier year',
      text: goals('2025年，全市营业收入达220亿元；到2027年，全市营业收入达260亿元，年均增长8%左右。'),
    },
    { name: 'growth over the year before', text: goals('2025年，全市营业收入同比增长10%。') },
  ],
};
