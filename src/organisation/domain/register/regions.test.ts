import { describe, expect, it } from 'vitest';
import { liesWithin, parentOf, type RegionEntry, regionsNamed } from './index.ts';

const region = (
  code: string,
  name: string,
  level: RegionEntry['level'],
  parent: string | null = null,
): RegionEntry => ({
  ...{ code, name, level, parent, aliases: [], validFrom: null, validTo: null, successor: null },
  local: code.includes('-'),
});
const regions = [
  region('990000', '东澜省', 'province'),
  region('990100', '临江市', 'city'),
  region('990103', '芦洲区', 'county'),
  region('990103100', '柳浦镇', 'town', '990103'),
  region('990100-Z01', '临江高新技术产业开发区', 'zone', '990100'),
];

describe('regions', () => {
  it('are found by name and by name without its ending', () => {
    expect(regionsNamed('芦洲区', regions).map((r) => r.code)).toEqual(['990103']);
    expect(regionsNamed('柳浦', regions).map((r) => r.code)).toEqual(['990103100']);
    expect(regionsNamed('芦州区', regions)).toEqual([]);
  });

  it('know the region above from their code', () => {
    expect(regions.map(parentOf)).toEqual([null, '990000', '990100', '990103', '990100']);
  });

  it('lie within themselves and everything above', () => {
    expect(liesWithin('990103100', '990100', regions)).toBe(true);
    expect(liesWithin('990100', '990100', regions)).toBe(true);
    expect(liesWithin('990100', '990103', regions)).toBe(false);
    expect(liesWithin('360100', '990000', regions)).toBe(false);
  });
});
