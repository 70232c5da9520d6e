import { type Examples, planText } from '../documents.ts';

const goals = (text: string): string => planText(`一、发展目标\n\n${text}\n\n二、附则\n\n本方案由市工信局负责解释。`);

export const examples: Examples = {
  finds: [
    {
      name: 'an average rate that the stated base contradicts',
      text: goals('以2024年营业收入60亿元为基数，到2027年全市现代纺织产业营业收入达到100亿元，年均增长12%。'),
      at: '年均增长12%',
      severity: 'error',
      arithmetic: '60×(1+12%)^3=84.3≠100',
      says: '年均增长18.6%',
    },
    {
      name: 'an average rate between two targets, milder because the base is left open',
      text: goals('2025年，全市营业收入达220亿元；到2027年，全市营业收入达260亿元，年均增长8%。'),
      at: '年均增长8%',
      severity: 'warning',
      arithmetic: '220×(1+8%)^2=256.6≠260',
    },
    {
      name: 'a rate over the year before',
      text: goals('2025年全市营业收入达到200亿元；2026年全市营业收入达到230亿元，同比增长10%。'),
      at: '同比增长10%',
      severity: 'error',
      says: '算下来增长15%',
    },
    {
      name: 'a number of years in the words',
      text: goals('以2024年营业收入100亿元为基数，到2027年全市营业收入达到120亿元，三年年均增长10%。'),
      at: '三年年均增长10%',
      severity: 'error',
      arithmetic: '100×(1+10%)^3=133.1≠120',
    },
    {
      name: 'a doubling that is none',
      text: goals('到2027年，全市营业收入达到300亿元，较2024年翻一番。2024年全市营业收入180亿元。'),
      at: '翻一番',
      severity: 'error',
      arithmetic: '300÷180=1.67',
    },
  ],
  silent: [
    {
      name: 'figures that agree',
      text: goals(
        '以2024年营业收入180亿元为基数，2025年营业收入达到198亿元，同比增长10%；到2027年达到240亿元，三年年均增长10%左右。',
      ),
    },
    {
      name: 'a floor that the goal surpasses',
      text: goals('以2024年营业收入100亿元为基数，到2027年全市营业收入达到140亿元，年均增长10%以上。'),
    },
    { name: 'a rate without levels', text: goals('到2027年，全市规模以上工业营业收入年均增长9%左右。') },
    {
      name: 'growth in constant prices',
      text: goals('2025年全市工业增加值达到200亿元；2026年全市工业增加值达到240亿元，同比增长8%。'),
    },
    {
      name: 'levels of different things',
      text: goals('2025年全市营业收入达到200亿元；2026年全市税收达到30亿元，同比增长10%。'),
    },
  ],
};
