import { packKinds, packsFolder } from '../../apps/packs.ts';
import { loadPackLibrary, type PackFile, readPackFiles } from '../../platform/pack-loader/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';

/**
 * Policies of the invented city beside the packs of the program. Each kind of conflict is there once: the district pays
 * for the same event as the city, both pay the same people differently, one clause is out of reach, and between two
 * editions lies a week.
 */
const city = `kind: policy
id: linjiang-textile-2025
title: 临江现代纺织产业奖补
docNumber: 临府办发〔2025〕8号
issuer: 临江市人民政府办公室
plan: linjiang-textile-2025
level: 市
validFrom: "2025-04-15"
validTo: "2027-12-31"
parameters:
  - {id: first_award, name: 首次升规奖励, place: 三/（二）/3, values: [{value: 8万元}]}
  - {id: fair_share, name: 境外展补贴比例, place: 三/（四）/8, values: [{value: 50%}, {from: "2026-01-01", value: 60%}]}
  - {id: fair_cap, name: 境外展补贴上限, place: 三/（四）/8, values: [{value: 10万元}]}
exclude:
  - {when: dishonest_3y 或 accident_3y, words: 近三年失信或者发生安全事故}
scope: [chain = textile]
groups:
  - {id: champion, name: 单项冠军, place: 三/（二）/4, rule: highest}
examplesOn: "2025-12-31"
examplesAbout: {chain: textile, dishonest_3y: 0, accident_3y: 0}
clauses:
  - id: above-scale-first
    title: 首次升规奖励
    place: 三/（二）/3
    for: 首次升规的纺织企业
    when: [first_above_scale_year = 年度]
    pay: 首次升规奖励
    round: {to: 元, mode: half-up}
    payers: [{payer: 市级, percent: 100}]
    window: {from: "2025-09-01", to: "2025-10-31"}
    evidence: [统计部门入库通知]
    examples:
      - {title: 当年升规, facts: {first_above_scale_year: 2025}, pays: 80000}
      - {title: 上年升规, facts: {first_above_scale_year: 2024}, pays: 0}
      - {title: 还没有核, facts: {}, pays: null}
  - id: champion-national
    title: 国家级单项冠军奖励
    place: 三/（二）/4
    for: 首次获评国家级单项冠军的企业
    when: [champion_national_year = 年度]
    pay: 50万元
    round: {to: 元, mode: half-up}
    payers: [{payer: 受益财政, percent: 100}]
    group: champion
    examples: [{title: 当年获评, facts: {champion_national_year: 2025}, pays: 500000}]
  - id: champion-province
    title: 省级单项冠军奖励
    place: 三/（二）/4
    for: 首次获评省级单项冠军的企业
    when: [champion_province_year = 年度]
    pay: 20万元
    round: {to: 元, mode: half-up}
    payers: [{payer: 受益财政, percent: 100}]
    group: champion
    open: [“首次”怎么认定，文件没有写；这里看认定年份。]
    examples: [{title: 当年获评, facts: {champion_province_year: 2025}, pays: 200000}]
  - id: fair-abroad
    title: 境外参展补贴
    place: 三/（四）/8
    for: 参加境外专业展会的企业
    when: [overseas_fair]
    pay: {rate: 境外展补贴比例, of: booth_fee * 2个, most: 境外展补贴上限}
    round: {to: 元, mode: half-up}
    payers: [{payer: 市级, percent: 70}, {payer: 受益财政, percent: 30}]
    rest: 市级
    examples:
      - {title: 没有到上限, facts: {overseas_fair: 1, booth_fee: 3}, pays: 30000}
      - {title: 比例改过以后, on: "2026-06-30", facts: {overseas_fair: 1, booth_fee: 3}, pays: 36000}
`;
const district = `kind: policy
id: linjiang-district
title: 芦洲区纺织企业奖补
docNumber: 芦府办发〔2025〕3号
issuer: 芦洲区人民政府办公室
level: 县
validFrom: "2025-01-01"
validTo: "2025-12-24"
scope: [chain = textile]
examplesOn: "2025-12-20"
examplesAbout: {chain: textile}
clauses:
  - id: grown
    title: 企业升规奖励
    place: 二/1
    for: 首次升规、数字化达到三级的纺织企业
    when: [first_above_scale_year = 年度, digital_level >= 3级]
    pay: 5万元
    round: {to: 元, mode: half-up}
    payers: [{payer: 县级, percent: 100}]
    examples: [{title: 当年升规, facts: {first_above_scale_year: 2025, digital_level: 3}, pays: 50000}]
  - id: champion
    title: 省级冠军配套奖励
    place: 二/2
    for: 获评省级单项冠军的纺织企业
    when: [champion_province_year = 年度]
    pay: 10万元
    round: {to: 元, mode: half-up}
    payers: [{payer: 县级, percent: 100}]
    examples: [{title: 当年获评, facts: {champion_province_year: 2025}, pays: 100000}]
  - id: out-of-reach
    title: 示范车间奖励
    place: 二/3
    for: 示范车间
    when: [digital_level >= 8级, digital_level < 6级]
    pay: 10万元
    round: {to: 元, mode: half-up}
    payers: [{payer: 县级, percent: 100}]
    examples: [{title: 八级, facts: {digital_level: 8}, pays: 0}]
`;
const nextDistrict = district
  .replace('id: linjiang-district', 'id: linjiang-district-2026')
  .replace('〔2025〕3号', '〔2026〕1号')
  .replace('"2025-01-01"', '"2026-01-01"')
  .replace('"2025-12-24"', '"2026-12-31"')
  .replace('examplesOn: "2025-12-20"', 'examplesOn: "2026-12-31"')
  .replaceAll(': 2025', ': 2026');

const invented: readonly PackFile[] = [
  { file: 'linjiang-textile-2025/policy.yaml', text: city },
  { file: 'linjiang-district/policy.yaml', text: district },
  { file: 'linjiang-district-2026/policy.yaml', text: nextDistrict },
];

let library: PackLibrary | null = null;

/** The packs of the program and these. */
export function inventedPolicies(): PackLibrary {
  library ??= loadPackLibrary([...readPackFiles(packsFolder), ...invented], packKinds);
  return library;
}
