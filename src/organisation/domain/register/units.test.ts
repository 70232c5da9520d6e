import { describe, expect, it } from 'vitest';
import { findUnit, type Registers } from './index.ts';

const none = { national: [], province: [], city: [], county: [], local: [], places: [] };
const region = (code: string, name: string, level: 'city' | 'county' | 'zone', aliases: string[] = []) => ({
  ...{ code, name, level, aliases },
  ...{ parent: level === 'zone' ? '990100' : null, validFrom: null, validTo: null, successor: null },
  local: level === 'zone',
});
const registers: Registers = {
  regions: [
    region('990100', '临江市', 'city', ['临江']),
    region('990103', '芦洲区', 'county'),
    region('990100-Z01', '临江高新技术产业开发区', 'zone', ['临江高新区']),
  ],
  chains: [],
  units: [
    {
      prefixes: { province: ['省'], city: ['市'], county: ['区', '县'] },
      units: [
        { ...none, id: 'industry', national: ['工业和信息化部', '工信部'], local: ['工业和信息化局', '工信局'] },
        { ...none, id: 'science-industry', county: ['科技和工业信息化局', '科工局'] },
        { ...none, id: 'party-finance', local: ['委金融办'] },
        { ...none, id: 'bank', places: ['中国人民银行{地}分行', '人行{地}分行'] },
        { ...none, id: 'customs', places: ['{地}海关'] },
      ],
      governments: {
        province: [],
        city: ['人民政府', '政府'],
        county: ['人民政府', '政府'],
        town: [],
        zone: ['管委会'],
      },
      collectives: { starts: ['各', '有关'], ends: ['领导小组办公室'], words: ['街道'] },
    },
  ],
};
const key = (name: string, home?: string) => findUnit(name, registers, home)?.key ?? null;

describe('findUnit', () => {
  it.each([
    ['市工信局', 'city/industry'],
    ['市工业和信息化局', 'city/industry'],
    ['工信部', 'national/industry'],
    ['区科工局', 'county/science-industry'],
    ['市委金融办', 'city/party-finance'],
    ['中国人民银行临江市分行', '990100/bank'],
    ['人行临江分行', '990100/bank'],
    ['芦洲海关', '990103/customs'],
    ['芦洲区政府', '990103/government'],
    ['临江高新区管委会', '990100-Z01/government'],
  ])('knows %s', (name, wanted) => {
    expect(key(name)).toBe(wanted);
  });

  it.each(['各县（市、区）政府', '有关县区', '街道', '市工业强市领导小组办公室'])(
    'takes %s as a collective',
    (name) => {
      expect(findUnit(name, registers)?.collective).toBe(true);
    },
  );

  it.each(['市科工局', '市公信局', '工信局长', '市', '', '领导小组办公室', '云海海关'])('does not know %s', (name) => {
    expect(key(name)).toBeNull();
  });

  it('takes the own name of the document for the bare prefix, and another place for another unit', () => {
    expect(key('临江市工信局', '990100')).toBe('city/industry');
    expect(key('临江市工信局', '360100')).toBe('990100/industry');
  });

  it('says how the name should read', () => {
    expect(findUnit('市工信局', registers)?.proper).toBe('市工业和信息化局');
    expect(findUnit('人行临江分行', registers)?.proper).toBe('中国人民银行临江分行');
  });
});
