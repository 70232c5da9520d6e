import { type Examples, planText } from '../documents.ts';

const two = (first: string, second: string): string =>
  planText(`一、发展目标\n\n${first}\n\n二、组织实施\n\n对照${second}的目标，逐级落实。`);

export const examples: Examples = {
  finds: [
    {
      name: '万元 for 亿元',
      text: two('到2027年，全市营业收入达到240亿元。', '到2027年全市营业收入达到240万元'),
      at: '营业收入达到240万元',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'the same amount in two units',
      text: two('到2027年，全市营业收入达到2亿元。', '到2027年全市营业收入达到20000万元'),
    },
    { name: 'two things', text: two('到2027年，全市营业收入达到240亿元。', '到2027年单个企业投资达到240万元') },
  ],
};
