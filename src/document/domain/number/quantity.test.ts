import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { findQuantities } from './quantity.ts';

/** Each quantity as `value unit`, ranges as `low-high unit`. */
const read = (text: string): string[] =>
  findQuantities(fold(text)).map((q) => `${q.value}${q.value2 === null ? '' : `-${q.value2}`}${q.unit}`);

describe('money', () => {
  test.each([
    ['营业收入达到240亿元', '240亿元'],
    ['营业收入达到1,600亿元', '1600亿元'],
    ['投资20.5亿元', '20.5亿元'],
    ['总量突破1.2万亿元', '12000亿元'],
    ['规模达到3千亿元', '3000亿元'],
    ['规模5百亿元', '500亿元'],
    ['奖励30万元', '30万元'],
    ['投资5000万元以上项目', '5000万元'],
    ['投资5千万元', '5000万元'],
    ['投资2百万元', '200万元'],
    ['人均收入5200元', '5200元'],
    ['出口5亿美元', '5亿美元'],
    ['亩均税收达到20万元/亩', '20万元/亩'],
    ['培育50亿级企业', '50亿元'],
    ['打造千亿元产业', '1000亿元'],
    ['打造百亿级园区', '100亿元'],
    ['打造两千亿元产业集群', '2000亿元'],
    ['年营业收入过亿元', '1亿元'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('counts and measures', () => {
  test.each([
    ['规上企业250家', '250家'],
    ['市场主体达到12万户', '120000户'],
    ['新增就业3.5万人', '35000人'],
    ['引进人才500名', '500名'],
    ['培训2000人次', '2000人次'],
    ['举办展会3场', '3场'],
    ['建设车间20个', '20个'],
    ['实施技改项目30项', '30项'],
    ['安装机器人1.2万台', '12000台'],
    ['更新设备300台（套）', '300台（套）'],
    ['发明专利50件', '50件'],
    ['标准厂房20万平方米', '20万平方米'],
    ['化纤产能80万吨', '80万吨'],
    ['产业用地1800亩', '1800亩'],
    ['装机容量300万千瓦', '300万千瓦'],
    ['算力达到500PFLOPS', '500PFLOPS'],
    ['建成道路12公里', '12公里'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('rates and multiples', () => {
  test.each([
    ['年均增长8%', '8%'],
    ['数控化率达到70.5%', '70.5%'],
    ['损耗降到3‰', '3‰'],
    ['比重提高5个百分点', '5百分点'],
    ['比重提高5百分点', '5百分点'],
    ['达到2024年的2倍', '2倍'],
    ['百分之八十以上', '80%'],
    ['百分之8', '8%'],
    ['三分之一以上的企业', '33.33%'],
    ['三分之二的企业', '66.67%'],
    ['八成以上企业上云', '80%'],
    ['PUE降至1.3以下', '1.3'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('Chinese numerals', () => {
  test.each([
    ['引进二十个项目', '20个'],
    ['举办十二场活动', '12场'],
    ['建成三家研究院', '3家'],
    ['培育两千五百家企业', '2500家'],
    ['培训三万人', '30000人'],
    ['投资五亿元', '5亿元'],
    ['引进三至五家龙头企业', '3-5家'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('ranges with every kind of dash', () => {
  test.each(['2-5家', '2—5家', '2－5家', '2–5家', '2~5家', '2～5家', '2至5家', '2到5家', '2——5家', '2家至5家'])(
    '%s',
    (text) => {
      expect(read(`引进${text}`)).toEqual(['2-5家']);
    },
  );

  test.each([
    ['80~100万元', '80-100万元'],
    ['50万元-100万元', '50-100万元'],
    ['5亿~10亿元', '5-10亿元'],
    ['5000万~1亿元', '0.5-1亿元'],
    ['8%—10%', '8-10%'],
    ['8—10%', '8-10%'],
    ['1.5—2.5亿元', '1.5-2.5亿元'],
    ['10—20万平方米', '10-20万平方米'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('idioms that stand for a number', () => {
  test.each([
    ['产值翻一番', '2倍', 'doubling'],
    ['产值翻番', '2倍', 'doubling'],
    ['产值翻两番', '4倍', 'doubling'],
    ['诊断服务全覆盖', '100%', 'all'],
    ['规上企业全部完成改造', '100%', 'all'],
    ['上市企业实现零的突破', '1家', 'first'],
    ['上市企业实现破零', '1家', 'first'],
  ] as const)('%s', (text, expected, idiom) => {
    expect(read(text)).toEqual([expected]);
    expect(findQuantities(text)[0]!.idiom).toBe(idiom);
  });
});

test('余 and 多 say that it is more', () => {
  const more = (text: string) => findQuantities(text).map((q) => [q.value, q.unit, q.more]);
  expect(more('企业120余家')).toEqual([[120, '家', true]]);
  expect(more('企业300多家')).toEqual([[300, '家', true]]);
  expect(more('投资20余亿元')).toEqual([[20, '亿元', true]]);
  expect(more('企业二十余家')).toEqual([[20, '家', true]]);
  expect(more('企业120家')).toEqual([[120, '家', false]]);
});

describe('no quantity', () => {
  test.each([
    '2025年3月12日',
    '第2批名单',
    '第十二届展会',
    '一、总体要求',
    '二三产业',
    '5G网络',
    'A3纸',
    'ISO9001认证',
    '十四五规划',
    '部门联动',
    '三成立专班',
    '一体化推进',
    '',
  ])('%j', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('a unit that is only the head of another word', () => {
    expect(read('2025台账、3部门、5个月、8人才')).toEqual([]);
  });
});

test('places cover the number with its unit and do not overlap', () => {
  const text = '到2027年企业250家、产值240亿元，增长8%—10%。';
  const found = findQuantities(fold(text));
  expect(found.map((q) => text.slice(q.start, q.end))).toEqual(['250家', '240亿元', '8%—10%']);
});

test('a million digits cost no more than a line of them', () => {
  expect(findQuantities('8'.repeat(1_000_000)).length).toBeLessThan(2);
});
