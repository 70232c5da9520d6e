import { describe, expect, test } from 'vitest';
import { inPlan } from '../../../../tests/examples/document.ts';

const modes = (sentence: string): string[] => inPlan(sentence).indicators.map((i) => i.mode);

describe('growth: rates of growth and decline, doubling', () => {
  test.each([
    '到2027年，营业收入年均增长8%左右。',
    '2025年营业收入同比增长10%。',
    '到2027年，营业收入较2024年翻一番。',
    '到2027年，单位产品能耗下降12%。',
    '到2027年，数控化率提高6个百分点。',
    '营业收入增速保持在8%以上。',
    '到2027年，出口额达到2024年的2倍。',
  ])('%s', (sentence) => {
    expect(modes(sentence)).toEqual(['growth']);
  });

  test('a share or a coverage is no rate of growth', () => {
    expect(modes('到2027年，研发经费占营业收入比重达到2.1%，数字化诊断全覆盖，数控化率达到70%。')).toEqual([
      'level',
      'level',
      'level',
    ]);
  });
});

describe('annual: every year, or something done within one named year', () => {
  test.each([
    '每年举办展会2场。',
    '每年新增规上企业15家。',
    '2025年举办产销对接活动6场。',
    '2026年建成标准厂房20万平方米。',
  ])('%s', (sentence) => {
    expect(modes(sentence)).toEqual(['annual']);
  });
});

describe('cumulative: a sum up to a time', () => {
  test.each([
    '到2027年，累计完成技改投资150亿元。',
    '到2027年，累计新增高新技术企业30家。',
    '三年共培训技能人才6000人次。',
    '到2027年底，举办产销对接活动20场。',
    '到2026年底，建成智能车间12个。',
    '到2027年，引进产业链项目60个。',
  ])('%s', (sentence) => {
    expect(modes(sentence)).toEqual(['cumulative']);
  });
});

describe('increment: what is added', () => {
  test.each([
    '到2027年，新增规上企业60家。',
    '2025年新增规上企业18家。',
    '到2027年，净增市场主体3000户。',
    '到2026年，新建检验检测平台2个。',
    '2025年新培育省级专精特新企业12家。',
  ])('%s', (sentence) => {
    expect(modes(sentence)).toEqual(['increment']);
  });
});

describe('level: a state at a point in time', () => {
  test.each([
    '到2027年，营业收入达到240亿元。',
    '到2027年，规上企业达到250家。',
    '到2027年，培育百亿企业6家。',
    '到2027年，高新技术企业达到90家。',
    '到2027年，打造国家级产业集群1个。',
    '2027年，关键工序数控化率达到70%。',
    '到2027年，化纤产能达到80万吨。',
  ])('%s', (sentence) => {
    expect(modes(sentence)).toEqual(['level']);
  });
});

describe('the first that fits', () => {
  test('growth goes before every year', () => {
    expect(modes('营业收入每年增长8%以上。')).toEqual(['growth']);
  });

  test('every year goes before what is added', () => {
    expect(modes('每年新增专精特新企业10家。')).toEqual(['annual']);
  });

  test('a sum goes before what is added', () => {
    expect(modes('到2027年，累计新增专精特新企业40家。')).toEqual(['cumulative']);
  });
});

describe('numbers that go on with the one before', () => {
  test('an elliptic number has the mode of its predecessor', () => {
    expect(modes('2025年新增规上企业18家，2026年20家，2027年22家。')).toEqual(['increment', 'increment', 'increment']);
  });

  test('a list shares its verb', () => {
    expect(modes('到2027年，新增国家级专精特新“小巨人”企业5家、省级专精特新企业40家。')).toEqual([
      'increment',
      'increment',
    ]);
  });

  test('a new verb begins anew', () => {
    expect(modes('到2027年，新增规上企业60家，营业收入达到240亿元，举办展会10场。')).toEqual([
      'increment',
      'level',
      'cumulative',
    ]);
  });
});
