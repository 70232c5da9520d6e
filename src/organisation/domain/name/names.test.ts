import { describe, expect, test } from 'vitest';
import type { RegionEntry, Registers } from '../register/index.ts';
import { spellingsOf } from './spellings.ts';
import { unitNames } from './unit-names.ts';

const none = { national: [], province: [], city: [], county: [], local: [], places: [] };
const region = (code: string, name: string, level: RegionEntry['level']): RegionEntry => ({
  ...{ code, name, level, aliases: [], parent: null, validFrom: null, validTo: null, successor: null, local: false },
});
const registers: Registers = {
  regions: [
    region('990000', '东澜省', 'province'),
    region('990100', '临江市', 'city'),
    region('990103', '芦洲区', 'county'),
  ],
  chains: [],
  units: [
    {
      prefixes: { province: ['省'], city: ['市'], county: ['区', '县'] },
      units: [
        { ...none, id: 'industry', province: ['工业和信息化厅'], local: ['工业和信息化局', '工信局'] },
        { ...none, id: 'reform', local: ['发展和改革委员会', '发展改革委', '发改委'] },
      ],
      governments: { province: [], city: ['人民政府', '政府'], county: ['人民政府', '政府'], town: [], zone: [] },
      collectives: { starts: ['各'], ends: [], words: [] },
    },
  ],
};
const names = unitNames(
  [
    { id: 'city', name: '临江市工业和信息化局', aliases: ['市工信局'], region: '990100' },
    { id: 'district', name: '芦洲区工业和信息化局', aliases: ['区工信局', '工信局'], region: '990103' },
    { id: 'office', name: '链办', aliases: [], region: '990100' },
    { id: 'other-office', name: '链办', aliases: [], region: '990103' },
    { id: 'gov', name: '芦洲区人民政府', aliases: [], region: '990103' },
  ],
  registers,
);

describe('a unit is found', () => {
  test.each([
    ['临江市工业和信息化局', null, ['city']],
    ['市工信局', '990103', ['city']],
    ['市工业和信息化局', '990100', ['city']],
    ['市工业和信息化局', '990103', ['city']],
    ['临江市工信局', null, ['city']],
    ['区工业和信息化局', '990103', ['district']],
    ['芦洲区政府', null, ['gov']],
    ['芦洲区 人民政府', null, ['gov']],
  ])('by %s seen from %s', (name, home, wanted) => expect(names.find(name, home)).toEqual(wanted));

  test('by the nearest of a name that several bear; from nowhere all of them', () => {
    expect(names.find('链办', '990103')).toEqual(['other-office']);
    expect(names.find('链办', '990100')).toEqual(['office']);
    expect(names.find('链办')).toEqual(['office', 'other-office']);
  });

  test('not by a name of many, an unknown one, or a level without a place', () => {
    for (const name of ['各县区政府', '市科技局', '市发改委', '']) expect(names.find(name, '990103')).toEqual([]);
    expect(names.find('市工业和信息化局')).toEqual([]);
  });
});

test('spellings turn the short into the long and keep what stands before', () => {
  expect(spellingsOf('市工信局', registers)).toEqual(['市工信局', '市工业和信息化局', '市工业和信息化厅']);
  expect(spellingsOf('发改委', registers)).toContain('发展和改革委员会');
  expect(spellingsOf('柳浦镇', registers)).toEqual(['柳浦镇']);
});
