import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../../kernel/index.ts';
import { timesIn } from './due.ts';
import { type FindUnit, instructDoubtWords, readInstruction } from './index.ts';

/** The autumn of 2026 as it was published. */
const calendar = workingCalendar([
  {
    year: 2026,
    off: [
      { from: '2026-09-25', to: '2026-09-27' },
      { from: '2026-10-01', to: '2026-10-07' },
    ],
    work: ['2026-09-20', '2026-10-10'],
  },
]);
/** A Wednesday. */
const today = '2026-09-09';

const known: Readonly<Record<string, readonly string[]>> = {
  工信局: ['gxj'],
  市工信局: ['gxj'],
  临江市工业和信息化局: ['gxj'],
  商务局: ['swj'],
  市商务局: ['swj'],
  市发改委: ['fgw'],
  市委金融办: ['jrb'],
  海关: ['hg'],
  芦洲区政府: ['lz'],
  链办: ['a', 'b'],
};
const find: FindUnit = (name) => {
  if (/^各/u.test(name)) return { units: [], collective: true, region: false };
  if (name === '芦洲区') return { units: [{ id: 'lz', name: '芦洲区人民政府' }], collective: false, region: true };
  const ids = known[name];
  return ids === undefined ? null : { units: ids.map((id) => ({ id, name: id })), collective: false, region: false };
};
const read = (words: string) => readInstruction(words, { today, calendar, find });
const who = (words: string) => read(words).duties.map(({ unit, role }) => `${role} ${unit.id ?? `?${unit.name}`}`);
const doubts = (words: string) => read(words).doubts.map(({ code }) => code);

describe('an instruction in two sentences', () => {
  test('says who leads, who helps, what and by when', () => {
    expect(read('请工信局牵头、商务局配合，9月底前把外贸订单对接会办好。')).toMatchObject({
      title: '办好外贸订单对接会',
      dueOn: '2026-09-30',
      dueSaid: '9月底前',
      duties: [
        { unit: { id: 'gxj' }, role: 'lead' },
        { unit: { id: 'swj' }, role: 'cooperating' },
      ],
      doubts: [],
    });
  });

  test.each<[string, string, string[], string | null]>([
    [
      '月底前，市工信局会同市商务局、芦洲区摸清外贸企业订单缺口，形成清单报我。',
      '摸清外贸企业订单缺口，形成清单报我',
      ['lead gxj', 'cooperating swj', 'cooperating lz'],
      '2026-09-30',
    ],
    ['由市发改委负责，三个工作日内报送重点项目清单', '报送重点项目清单', ['lead fgw'], '2026-09-14'],
    [
      '请市委金融办牵头，下周五前拿出方案。商务局、海关配合。',
      '拿出方案',
      ['lead jrb', 'cooperating swj', 'cooperating hg'],
      '2026-09-18',
    ],
    ['工信局10月15日前完成印染园验收。', '完成印染园验收', ['lead gxj'], '2026-10-15'],
    [
      '责成临江市工业和信息化局、市商务局共同牵头，年底前将展销平台建设落实到位',
      '落实展销平台建设',
      ['lead gxj', 'lead swj'],
      '2026-12-31',
    ],
    ['请芦洲区政府牵头，两周内解决印染园用水问题。', '解决印染园用水问题', ['lead lz'], '2026-09-23'],
    [
      '牵头单位：市工信局，配合单位：市商务局、海关。一个月内形成调研报告。',
      '形成调研报告',
      ['lead gxj', 'cooperating swj', 'cooperating hg'],
      '2026-10-09',
    ],
    ['请工信局落实。', '落实', ['lead gxj'], null],
  ])('%s', (words, title, duties, dueOn) => {
    const found = read(words);
    expect([found.title, who(words), found.dueOn]).toEqual([title, duties, dueOn]);
  });

  test('a unit that is only spoken of is told nothing', () => {
    expect(who('请工信局牵头，9月底前到芦洲区调研，情况告诉市商务局。')).toEqual(['lead gxj']);
    expect(who('推动芦洲区印染园建设，9月底前开工。')).toEqual([]);
  });

  test('a second unit with something of its own to do has it as its part', () => {
    const found = read('工信局牵头办好对接会，商务局提供企业名单，9月25日前完成。');
    expect(found.duties).toMatchObject([
      { role: 'lead', part: null },
      { role: 'cooperating', part: '提供企业名单' },
    ]);
  });

  test('who leads is not told to help as well, and nobody is named twice', () => {
    expect(who('请工信局牵头，工信局、商务局配合，商务局配合，9月底前办好。')).toEqual(['lead gxj', 'cooperating swj']);
  });

  test('days on the way are milestones and are shown as a doubt', () => {
    const found = read('请工信局牵头，9月20日前报方案，11月底前完成改造。');
    expect(found.dueOn).toBe('2026-11-30');
    expect(found.milestones).toEqual([{ name: '报方案', dueOn: '2026-09-20' }]);
    expect(found.doubts.map(({ code }) => code)).toEqual(['due-several']);
  });
});

describe('what is left open stays open', () => {
  test.each<[string, string[]]>([
    ['9月底前把对接会办好。', ['lead-missing']],
    ['请工信局把对接会办好。', ['due-missing']],
    ['请工信局尽快把对接会办好。', ['due-vague']],
    ['请工信局抓紧办，9月底前完成对接会。', []],
    ['请工信局牵头，春节前发放补贴。', ['due-vague']],
    ['请工信局牵头，10月前发放补贴。', ['due-ambiguous']],
    ['请工信局牵头，下周前报送。', ['due-ambiguous']],
    ['请工信局牵头，周一前报送。', ['due-past']],
    ['请工信局牵头，9月1日前报送。', ['due-year-assumed']],
    ['请工信局牵头，2026年8月底前报送。', ['due-past']],
    ['请工信局牵头，9月31日前报送。', ['due-ambiguous']],
    ['请链办牵头，9月底前报送。', ['unit-several']],
    ['请各县区牵头，9月底前报送。', ['unit-collective']],
    ['请区域发展中心牵头，9月底前报送。', ['unit-unresolved']],
    ['请芦洲区牵头，9月底前报送。', ['unit-region']],
    ['请工信局每月报一次进展。', ['due-missing', 'recurring']],
    ['请工信局牵头，9月底前。', ['title-missing']],
    ['', ['title-missing', 'lead-missing', 'due-missing']],
    ['。。。，，，', ['title-missing', 'lead-missing', 'due-missing']],
  ])('%s', (words, wanted) => {
    expect(doubts(words)).toEqual(wanted);
    for (const doubt of read(words).doubts) expect(instructDoubtWords(doubt)).toMatch(/。$/u);
  });

  test('long and hostile words are read in no time and give no task that nobody wrote', () => {
    for (const words of ['请'.repeat(2000), '牵头、'.repeat(600), '工信局、'.repeat(500), `${'9月'.repeat(900)}底前`]) {
      const found = read(words);
      expect(found.title.length).toBeLessThanOrEqual(120);
      expect(found.duties.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('times', () => {
  const days = (words: string, day = today) => timesIn(words, day, calendar).map((each) => each.day);
  test.each<[string, string | null]>([
    ['月底前', '2026-09-30'],
    ['本月底', '2026-09-30'],
    ['下月底前', '2026-10-31'],
    ['下个月10日前', '2026-10-10'],
    ['本月20号', '2026-09-20'],
    ['20日前', '2026-09-20'],
    ['今天下班前', '2026-09-09'],
    ['明天前', '2026-09-10'],
    ['后天', '2026-09-11'],
    ['周五前', '2026-09-11'],
    ['本周五', '2026-09-11'],
    ['下周五前', '2026-09-18'],
    ['下下周一', '2026-09-21'],
    ['星期天前', '2026-09-13'],
    ['本周内', '2026-09-11'],
    // The Sunday of the next week is worked for the holiday that follows.
    ['下周内', '2026-09-20'],
    ['5个工作日内', '2026-09-16'],
    // 20 September is worked, 25 to 27 and 1 to 7 October are off, 10 October is worked.
    ['二十个工作日内', '2026-10-13'],
    ['十天内', '2026-09-19'],
    ['15日内', '2026-09-24'],
    ['半个月内', '2026-09-24'],
    ['三个月内', '2026-12-09'],
    ['9月份', '2026-09-30'],
    ['十一月底前', '2026-11-30'],
    ['10月中旬', '2026-10-20'],
    ['10月上旬前', '2026-10-10'],
    ['明年3月底前', '2027-03-31'],
    ['2027年2月28日前', '2027-02-28'],
    ['三月五日前', '2027-03-05'],
    ['年内', '2026-12-31'],
    ['今年年底前', '2026-12-31'],
    ['明年年底', '2027-12-31'],
    ['三季度末', '2026-09-30'],
    ['第四季度', '2026-12-31'],
    ['本季度末前', '2026-09-30'],
    ['下季度末', '2026-12-31'],
    ['下半年', '2026-12-31'],
    ['明年上半年', '2027-06-30'],
    ['10月初前', null],
    ['本周末前', null],
    ['9月8日前', '2027-09-08'],
    ['5日前', null],
    ['国庆节前', null],
    ['2027年2月30日', null],
  ])('%s is %s', (words, wanted) => {
    expect(days(words)).toEqual([wanted]);
  });

  test('a rhythm, a number of something else and a month that is only named are no deadlines', () => {
    for (const words of [
      '每月底前报送',
      '每周五前',
      '两年内',
      '9月的对接会',
      '实施45个项目',
      '产值9.2亿元',
      '20250930',
    ])
      expect(timesIn(words, today, calendar).filter(({ day }) => day !== null)).toEqual([]);
  });

  test('a month ends on its own last day', () => {
    expect(days('一个月内', '2026-01-31')).toEqual(['2026-02-28']);
    expect(days('2月底前', '2028-01-05')).toEqual(['2028-02-29']);
  });

  test('working days of a year that nobody published are refused', () => {
    const last = calendar.years.at(-1) ?? 0;
    const [found] = timesIn('十个工作日内', `${last}-12-28`, calendar);
    expect(found).toMatchObject({ day: null, doubt: { code: 'due-unpublished' } });
  });
});
