import { type Examples, planText } from '../documents.ts';

const table = (...rows: string[]): string =>
  `${planText('一、发展目标\n\n分区目标见下表。')}\n\n临江市现代纺织产业目标表\n\n${rows.map((r) => r.split(' ').join('\t')).join('\n')}`;
const head = '地区 企业数（家） 营业收入（亿元） 研发投入占比';

export const examples: Examples = {
  finds: [
    {
      name: 'a column that does not add up beside one that does',
      text: table(head, '望江区 60 44 2.1', '芦洲区 90 66 2.4', '云台县 30 31 1.2', '合计 190 141 2.0'),
      at: '190',
      severity: 'error',
      arithmetic: '60+90+30=180≠190',
    },
    {
      name: 'a total at the top',
      text: table(head, '全市 180 151 2.0', '望江区 60 44 2.1', '芦洲区 90 66 2.4', '云台县 30 31 1.2'),
      at: '151',
      severity: 'error',
      arithmetic: '44+66+31=141≠151',
    },
  ],
  silent: [
    {
      name: 'columns that add up',
      text: table(head, '望江区 60 44 2.1', '芦洲区 90 66 2.4', '云台县 30 31 1.2', '合计 180 141 2.0'),
    },
    { name: 'a table without a total', text: table(head, '望江区 60 44 2.1', '芦洲区 90 66 2.4', '云台县 30 31 1.2') },
    {
      name: 'subtotals and their total',
      text: table(
        head,
        '望江区 60 44 2.1',
        '芦洲区 90 66 2.4',
        '小计 150 110 2.2',
        '云台县 30 31 1.2',
        '经开区 20 10 3.0',
        '小计 50 41 2.0',
        '合计 200 151 2.1',
      ),
    },
  ],
};
