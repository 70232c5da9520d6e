import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedPack, PackKind, PackLibrary } from '../kernel/index.ts';
import type { RegionEntry, UnitRegister } from './domain/register/index.ts';
import { chainRegisterPack, type PlanContent, planPack, regionRegisterPack, unitRegisterPack } from './pack.ts';

type Indicator = PlanContent['indicators'][number];
type Task = PlanContent['tasks'][number];
type Clause = PlanContent['clauses'][number];
type Row = PlanContent['tables'][number]['rows'][number];

const indicator: Indicator = {
  ...{ id: '1-1', name: '营业收入', value: 198, value2: null, unit: '亿元', op: '=', year: 2025, mode: 'level' },
  ...{ scope: null, place: '一', repeat: false, optional: false, yearReason: null, quote: null },
};
const task: Task = {
  ...{ no: '二/1', title: '建园', lead: '市工信局', coLeads: [], units: ['市工信局', '芦洲区政府'], groups: [] },
  ...{ deadlines: ['2025-09'], deadlineReason: null, recurring: [] },
};
const clause: Clause = {
  ...{ id: 'upgrade', place: '三', subject: '企业', condition: null, kind: 'rate+cap', amount: null },
  ...{ amountMin: null, amountMax: null, rate: 8, rateMin: null, rateMax: null, base: '设备投资额', cap: 200 },
  ...{ capScope: null, floor: null, payer: '市级财政', matchedBy: null, per: null, series: null, windowFrom: null },
  ...{ windowTo: null, schedule: [], optional: false, quote: null },
};
const row: Row = {
  headings: ['营业收入'],
  chain: 'textile',
  year: 2025,
  unit: '亿元',
  values: [10, 4, 6],
  anomaly: null,
};
const plan: PlanContent = {
  ...{ kind: 'plan', id: 'toy-2025', edition: 1, title: '方案', docNumber: '临府办发〔2025〕8号' },
  ...{ docNumberReason: null, issuer: '临江市人民政府办公室', issuerReason: null, region: '990100' },
  ...{ issuedOn: '2025-03-12', issuedOnReason: null, validFrom: null, validTo: '2027-12-31', validityPlace: '四' },
  ...{ period: { from: 2025, to: 2027 }, invented: false, file: null, part: 1, addressees: [], chains: ['textile'] },
  ...{ parents: [], replaces: null, stacking: null, inherited: null, localUnits: [], annexes: [] },
  outline: ['#1', '一', '二', '二/1', '三', '四'].map((no) => ({ no, title: null })),
  ...{ indicators: [indicator], tasks: [task], clauses: [clause] },
  tables: [
    {
      ...{ id: 'towns', place: '一', title: '分镇目标' },
      columns: (['total', 'part', 'part'] as const).map((role) => ({ heading: role, role, region: null, year: null })),
      rows: [row],
    },
  ],
};

const region = (
  code: string,
  name: string,
  level: RegionEntry['level'],
): RegionEntry & { toVerify: null; note: null } => ({
  ...{ code, name, level, parent: null, aliases: [], validFrom: null, validTo: null, successor: null, local: false },
  ...{ toVerify: null, note: null },
});
const regions = [region('990100', '临江市', 'city'), region('990103', '芦洲区', 'county')];
const units: UnitRegister = {
  prefixes: { province: ['省'], city: ['市'], county: ['区'] },
  units: [{ id: 'industry', national: [], province: [], city: [], county: [], local: ['工信局'], places: [] }],
  governments: { province: [], city: ['政府'], county: ['政府'], town: [], zone: [] },
  collectives: { starts: [], ends: [], words: [] },
};

const loaded = (kind: string, content: unknown): LoadedPack => ({
  kind,
  id: kind,
  file: `${kind}.yaml`,
  hash: '',
  content,
});
const library: PackLibrary = {
  of: <T>(kind: PackKind<T>) =>
    [
      loaded(regionRegisterPack.name, { regions }),
      loaded(chainRegisterPack.name, { chains: [{ id: 'textile' }] }),
      loaded(unitRegisterPack.name, units),
    ].filter((pack) => pack.kind === kind.name) as LoadedPack<T>[],
};
/** Codes and paths of what is wrong with the toy plan after this change. */
const faultsOf = (change: Partial<PlanContent>): string[] => {
  const content = { ...plan, ...change };
  const pack = { kind: 'plan', id: content.id, file: 'toy-2025/plan.yaml', hash: '', content };
  return planPack.check(pack, library).map((fault) => `${fault.code} ${fault.path.join('/')}`);
};
const withIndicator = (change: Partial<Indicator>) => faultsOf({ indicators: [{ ...indicator, ...change }] });
const withTask = (change: Partial<Task>) => faultsOf({ tasks: [{ ...task, ...change }] });
const withClause = (change: Partial<Clause>) => faultsOf({ clauses: [{ ...clause, ...change }] });
const withRow = (change: Partial<Row>) => faultsOf({ tables: [{ ...plan.tables[0]!, rows: [{ ...row, ...change }] }] });

describe('a plan pack', () => {
  beforeAll(() => {
    expect(faultsOf({})).toEqual([]);
  });

  it('carries the name of its folder', () => {
    expect(faultsOf({ id: 'other' })).toEqual(['pack-id-not-folder id']);
    expect(faultsOf({ id: 'toy-2025.2' })).toEqual([]);
  });

  it('has every id once', () => {
    expect(faultsOf({ indicators: [indicator, indicator] })).toEqual(['pack-id-twice indicators/1/id']);
    expect(faultsOf({ tasks: [task, task] })).toEqual(['pack-id-twice tasks/1/no']);
    expect(withClause({ id: indicator.id })).toEqual(['pack-id-twice clauses/0/id']);
  });

  it('names its document, or says why it cannot', () => {
    expect(faultsOf({ docNumber: null })).toEqual(['pack-source-unnamed docNumber']);
    expect(faultsOf({ docNumber: null, docNumberReason: '公开文本没有' })).toEqual([]);
    expect(faultsOf({ issuer: null })).toEqual(['pack-source-unnamed issuer']);
    expect(faultsOf({ validityPlace: null })).toEqual(['pack-place-missing validityPlace']);
  });

  it('cites places that its outline holds', () => {
    expect(withIndicator({ place: '五' })).toEqual(['pack-place-unknown indicators/0/place']);
    expect(withIndicator({ place: '一/#3' })).toEqual([]);
    expect(withClause({ place: '三/9' })).toEqual(['pack-place-unknown clauses/0/place']);
    expect(withTask({ no: '二/2' })).toEqual(['pack-place-unknown tasks/0/no']);
  });

  it('quotes invented documents only', () => {
    expect(withIndicator({ quote: '达到198亿元' })).toEqual(['pack-quote-of-real-document indicators/0/quote']);
    expect(faultsOf({ invented: true, indicators: [{ ...indicator, quote: '达到198亿元' }] })).toEqual([]);
  });

  it('knows its units, or lists them with a reason', () => {
    const stranger = { units: ['市工信局', '市新材料处'] };
    expect(withTask(stranger)).toEqual(['pack-unit-unknown tasks/0/units/1']);
    const localUnits = [{ name: '市新材料处', reason: '原文如此' }];
    expect(faultsOf({ tasks: [{ ...task, ...stranger }], localUnits })).toEqual([]);
    expect(faultsOf({ localUnits })).toEqual(['pack-unit-unused localUnits/0']);
    expect(faultsOf({ localUnits: [{ name: '市工信局', reason: '' }] })).toEqual([
      'pack-unit-known-already localUnits/0',
    ]);
    expect(withTask({ lead: '芦洲区' })).toEqual(['pack-lead-not-a-unit tasks/0/lead']);
  });

  it('keeps years and months within the plan, or says why not', () => {
    expect(withIndicator({ year: 2030 })).toEqual(['pack-year-outside-period indicators/0/year']);
    expect(withIndicator({ year: 2030, yearReason: '展望' })).toEqual([]);
    expect(withIndicator({ year: null })).toEqual([]);
    expect(withTask({ deadlines: ['2025-02'] })).toEqual(['pack-deadline-outside-plan tasks/0/deadlines/0']);
    expect(withTask({ deadlines: ['2025-03', '2028-01'] })).toEqual(['pack-deadline-outside-plan tasks/0/deadlines/1']);
    expect(withTask({ deadlines: ['2025-02'], deadlineReason: '原文如此' })).toEqual([]);
    expect(withClause({ windowTo: '2028-01-31' })).toEqual(['pack-window-outside-validity clauses/0/windowTo']);
    expect(faultsOf({ validFrom: '2028-01-01' })).toEqual(['pack-period-reversed validTo']);
  });

  it('has figures that fit their kind', () => {
    expect(withIndicator({ op: 'range' })).toEqual(['pack-range-ends indicators/0/value2']);
    expect(withIndicator({ op: 'range', value2: 5 })).toEqual(['pack-range-ends indicators/0/value2']);
    expect(withIndicator({ op: 'range', value2: 300 })).toEqual([]);
    expect(withIndicator({ value2: 300 })).toEqual(['pack-range-ends indicators/0/value2']);
    expect(withClause({ cap: null })).toEqual(['pack-clause-incomplete clauses/0/kind']);
    expect(withClause({ kind: 'fixed' })).toEqual(['pack-clause-incomplete clauses/0/kind']);
    expect(withClause({ kind: 'fixed', rate: null })).toEqual([]);
    expect(withClause({ kind: 'tiered' })).toEqual(['pack-clause-incomplete clauses/0/kind']);
    expect(withClause({ floor: 0 })).toEqual(['pack-figure-not-positive clauses/0/floor']);
  });

  it('has table rows whose parts add up to the total, or says why not', () => {
    expect(withRow({ values: [11, 4, 6] })).toEqual(['pack-row-does-not-add-up tables/0/rows/0']);
    expect(withRow({ values: [11, 4, 6], anomaly: '原文如此' })).toEqual([]);
    expect(withRow({ anomaly: '原文如此' })).toEqual(['pack-row-adds-up-after-all tables/0/rows/0/anomaly']);
    expect(withRow({ values: [10, null, 10] })).toEqual([]);
    expect(withRow({ values: [10, 10] })).toEqual(['pack-row-length tables/0/rows/0']);
  });

  it('links to regions, chains and plans that exist', () => {
    expect(faultsOf({ region: '360100' })).toContain('pack-region-unknown region');
    expect(faultsOf({ chains: ['wood'] })).toEqual(['pack-chain-unknown chains/0']);
    expect(withRow({ chain: 'wood' })).toEqual(['pack-chain-unknown tables/0/rows/0/chain']);
    expect(faultsOf({ replaces: 'toy-2024' })).toEqual(['pack-plan-unknown replaces']);
    const parents = [{ title: '上位方案', docNumber: null, pack: 'toy-2024', place: '#1' }];
    expect(faultsOf({ parents })).toEqual(['pack-plan-unknown parents/0/pack']);
  });
});

describe('register packs', () => {
  const check = <T>(kind: PackKind<T>, content: unknown) =>
    kind.check(loaded(kind.name, content) as LoadedPack<T>, library).map((f) => `${f.code} ${f.path.join('/')}`);

  it('refuse regions without a place above them, codes given twice and local codes that do not say so', () => {
    const province = region('990000', '东澜省', 'province');
    expect(check(regionRegisterPack, { regions: [province, ...regions] })).toEqual([]);
    expect(check(regionRegisterPack, { regions })).toEqual(['pack-region-unknown regions/0/parent']);
    expect(check(regionRegisterPack, { regions: [province, province] })).toEqual(['pack-id-twice regions/1/code']);
    const zone = { ...region('990000-Z01', '园区', 'zone'), parent: '990000' };
    expect(check(regionRegisterPack, { regions: [province, zone] })).toEqual(['pack-local-code regions/1/local']);
    const town = region('990103100', '柳浦镇', 'town');
    expect(check(regionRegisterPack, { regions: [province, town] })).toEqual(['pack-parent-missing regions/1/parent']);
  });

  it('refuse a spelling that two units share', () => {
    const [industry] = units.units;
    expect(check(unitRegisterPack, units)).toEqual([]);
    const twice = { ...units, units: [industry, { ...industry, id: 'commerce' }] };
    expect(check(unitRegisterPack, twice)).toContain('pack-id-twice units/1/city');
  });

  it('refuse a sub-chain of a chain that is not there', () => {
    const chains = [{ id: 'cotton', name: '棉纺', region: '990100', parent: 'textile', aliases: [] }];
    expect(check(chainRegisterPack, { chains })).toEqual(['pack-chain-unknown chains/0/parent']);
  });
});
