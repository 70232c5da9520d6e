import type { Block, OfficialDocument } from '../index.ts';

const units = ['市工业和信息化局', '市发展改革委', '东湖区', '西山区', '南港县', '北岭县', '高新区', '经开区'];
const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月'];
const sentence = '现代纺织产业链的重点任务总体按计划推进，少数任务受用地和资金影响，进度落后。';

/** The text, tables and charts of one chapter of an invented bulletin. */
export function chapter(number: number): Block[] {
  const share = (at: number): number => 95 - ((at * 3.3 + number) % 40);
  return [
    { kind: 'heading', level: 1, text: `第${number}条产业链推进情况` },
    { kind: 'paragraph', text: [sentence, '完成投资', { text: `${number}23.4`, figure: `done-${number}` }, '亿元。'] },
    { kind: 'heading', level: 2, text: '按时办结。', body: sentence.repeat(6) },
    { kind: 'heading', level: 3, text: '落后的任务。', body: sentence.repeat(4) },
    {
      kind: 'table',
      caption: `表${number} 各单位按时办结情况`,
      unit: '项',
      columns: [
        { title: '名次', kind: 'number' },
        { title: '单位' },
        { title: '应办结', group: '任务', kind: 'number' },
        { title: '按时办结', group: '任务', kind: 'number' },
        { title: '按时办结率', kind: 'number' },
        { title: '灯', kind: 'centred' },
      ],
      rows: units.map((unit, at) => [
        String(at + 1),
        unit,
        String(30 - at),
        String(28 - at),
        `${share(at).toFixed(1)}%`,
        [at > 5 ? { text: '红', light: 'red' } : { text: '绿', light: 'green' }],
      ]),
      note: '注：数据截至2026年10月31日。',
    },
    {
      kind: 'chart',
      type: 'bar',
      caption: `图${number} 各单位按时办结率`,
      unit: '%',
      bars: units.map((label, at) => ({ label, value: share(at), ...(at > 5 ? { light: 'red' as const } : {}) })),
    },
    {
      kind: 'chart',
      type: 'line',
      caption: `图${number}乙 投资计划与完成`,
      unit: '亿元',
      categories: months,
      series: [
        { name: '计划', planned: true, values: months.map((_, at) => (at + 1) * 10) },
        { name: '完成', values: months.map((_, at) => (at === 7 ? null : (at + 1) * 9.5 + number / 10)) },
      ],
    },
    { kind: 'paragraph', text: sentence.repeat(12) },
  ];
}

/** An invented bulletin of so many chapters, each some three pages with a table and two charts. */
export const bulletin = (chapters: number): OfficialDocument => ({
  head: { kind: 'document', mark: '临江市产业链工作领导小组办公室文件' },
  title: '关于2026年10月重点产业链任务调度情况的通报',
  number: '临链办发〔2026〕8号',
  addressee: '各县（区）人民政府，市直有关单位',
  blocks: Array.from({ length: chapters }, (_, at) => chapter(at + 1)).flat(),
  annexes: ['重点任务台账', '各单位按时办结率'],
  signature: { units: ['临江市产业链工作领导小组办公室'], date: '2026-11-21' },
  imprint: { copies: '市委办公室，市人大常委会办公室', printedBy: '临江市产业链办', printedOn: '2026-11-21' },
});
