import { type Examples, planText } from '../documents.ts';

const table = (...rows: string[]): string =>
  `${planText('一、发展目标\n\n主要指标见下表。')}\n\n临江市现代纺织产业主要目标表\n\n${rows.map((r) => r.split(' ').join('\t')).join('\n')}`;
const head = '指标 2024年实际 2025年目标 2027年目标 年均增长（%）';

export const examples: Examples = {
  finds: [
    {
      name: 'a rate that does not follow, among rates that do',
      text: table(
        head,
        '营业收入（亿元） 180 198 240 10.1',
        '规上企业数（家） 192 210 250 9.2',
        '出口额（亿元） 20 24 32 12.0',
      ),
      at: '12.0',
      severity: 'error',
      says: '年均增长17%',
    },
  ],
  silent: [
    {
      name: 'rates that follow',
      text: table(head, '营业收入（亿元） 180 198 240 10.1', '规上企业数（家） 192 210 250 9.2'),
    },
    {
      name: 'a column that means something else',
      text: table(head, '营业收入（亿元） 180 198 240 30', '规上企业数（家） 192 210 250 28'),
    },
  ],
};
