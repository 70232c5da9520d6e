import { describe, expect, test } from 'vitest';
import { looksLikeUnits, splitUnits, tidy } from './units.ts';

describe('splitUnits', () => {
  test.each([
    ['市工信局、市财政局、市商务局', ['市工信局', '市财政局', '市商务局']],
    ['市工信局，市财政局；市商务局', ['市工信局', '市财政局', '市商务局']],
    ['市委宣传部、市文广旅局及各县区政府', ['市委宣传部', '市文广旅局', '各县区政府']],
    ['市应急管理局和市生态环境局', ['市应急管理局', '市生态环境局']],
    ['市发展和改革委员会、市住房和城乡建设局', ['市发展和改革委员会', '市住房和城乡建设局']],
    ['市发展改革委和各县区政府', ['市发展改革委', '各县区政府']],
    ['市人力资源和社会保障局', ['市人力资源和社会保障局']],
    ['市工信局等部门', ['市工信局']],
    ['市工信局、市财政局按职责分工负责', ['市工信局', '市财政局']],
    ['市政府办公室、市统计局负责', ['市政府办公室', '市统计局']],
    ['市工信局、市工信局', ['市工信局']],
    ['市工信局（市中小企业局）、市财政局', ['市工信局（市中小企业局）', '市财政局']],
    ['', []],
  ])('%s', (list, units) => {
    expect(splitUnits(list)).toEqual(units);
  });

  test('collective names stay whole, whatever stands in their brackets', () => {
    for (const name of [
      '各有关县（区）政府',
      '各县（市、区）人民政府',
      '各县〔市、区〕政府〔管委会〕',
      '市直有关单位',
      '国务院相关部门',
    ])
      expect(splitUnits(`市工信局、${name}`)).toEqual(['市工信局', name]);
  });

  test('names keep the spelling of the source, errors included', () => {
    expect(splitUnits('市工业和信息化剧、市财证局')).toEqual(['市工业和信息化剧', '市财证局']);
  });

  test('the order is that of the text', () => {
    expect(splitUnits('丙区政府、甲县政府、乙市政府')).toEqual(['丙区政府', '甲县政府', '乙市政府']);
  });
});

describe('looksLikeUnits', () => {
  test.each([
    ['市工信局', true],
    ['市工信局、市财政局', true],
    ['市工信局、市财政局、各县（市、区）政府', true],
    ['临江高新区管委会、芦洲区政府', true],
    ['人民银行临江分行、临江银保监分局', true],
    ['2025—2027年', false],
    ['试行', false],
    ['含个体工商户', false],
    ['面料、印染、成衣', false],
    ['以下简称市政府', false],
    ['不含临江高新区', false],
    ['以设备投资额为准', false],
    ['东湖区、西山县', true],
  ])('%s: %s', (words, expected) => {
    expect(looksLikeUnits(words)).toBe(expected);
  });
});

describe('tidy', () => {
  test.each([
    ['市工信局牵头', '市工信局'],
    ['由市工信局负责', '市工信局'],
    ['市工信局（牵头）', '市工信局'],
    ['、市工信局；', '市工信局'],
    ['列第一的为牵头单位', ''],
    ['按职责分工负责', ''],
  ])('%s', (words, name) => {
    expect(tidy(words)).toBe(name);
  });
});
