import { describe, expect, test } from 'vitest';
import { inGoals } from '../../../../tests/examples/document.ts';

const read = (sentence: string): string[] =>
  inGoals(`到2027年，${sentence}。`).indicators.map((i) => `${i.value}${i.unit}`);

describe('a number that only defines the thing counted is part of the name', () => {
  test.each([
    ['营业收入超亿元企业42家', '42家'],
    ['营业收入10亿元以上企业4家', '4家'],
    ['5亿~10亿元企业9家', '9家'],
    ['50家产值超10亿元的骨干企业', '50家'],
    ['总投资5000万元以上重点项目30个', '30个'],
    ['培育百亿级企业2家', '2家'],
    ['培育2家百亿级企业', '2家'],
    ['亩均税收20万元以上的企业达到60家', '60家'],
    ['建成1万平方米以上的标准厂房15栋', '15栋'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual([expected]);
  });

  test('the threshold stays in the name', () => {
    const names = inGoals('到2027年，营业收入超亿元企业42家，总投资5000万元以上重点项目30个。').indicators.map(
      (i) => i.name,
    );
    expect(names[0]).toContain('超亿元企业');
    expect(names[1]).toContain('5000万元以上重点项目');
  });
});

describe('a number that is itself the target stays one', () => {
  test.each([
    ['营业收入突破500亿元', '500亿元'],
    ['实现营业收入突破500亿元的目标', '500亿元'],
    ['税收达到20亿元以上', '20亿元'],
    ['完成项目投资150亿元', '150亿元'],
    ['规上企业研发投入占比达到3%以上', '3%'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual([expected]);
  });

  test('with another target in the next segment', () => {
    expect(read('营业收入达到240亿元，企业达到250家')).toEqual(['240亿元', '250家']);
  });
});
