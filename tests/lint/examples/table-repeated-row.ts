import { type Examples, planText } from '../documents.ts';

const table = (...rows: string[]): string =>
  `${planText('一、发展目标\n\n分区目标见下表。')}\n\n临江市现代纺织产业目标表（亿元）\n\n${rows.map((r) => r.split(' ').join('\t')).join('\n')}`;
const head = '指标 年份 全市 望江区 芦洲区 云台县';

export const examples: Examples = {
  finds: [
    {
      name: 'a row that is printed twice',
      text: table(head, '营业收入 2025 128 40 60 28', '营业收入 2026 141 44 66 31', '营业收入 2025 128 40 60 28'),
      at: '31\n营业收入\t2025',
      severity: 'warning',
    },
  ],
  silent: [
    { name: 'rows of different years', text: table(head, '营业收入 2025 128 40 60 28', '营业收入 2026 128 40 60 28') },
  ],
};
