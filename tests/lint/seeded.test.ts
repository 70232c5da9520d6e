import { describe, expect, it } from 'vitest';
import { CLEAN_PLAN, CLEAN_POLICY } from './clean.ts';
import { lintText, planText, REGISTER, withoutRegister } from './documents.ts';

/** One slip at a time in a clean document: what is written, what it becomes, and the rule that must find it. */
const IN_THE_PLAN: readonly (readonly [string, string, string])[] = [
  ['营业收入	2026	120	43', '营业收入	2026	120	34', 'table-row-sum'],
  ['规上企业户数	2027	110', '规上企业户数	2027	101', 'table-row-sum'],
  ['规上企业户数	2027	110	38	30	25', '规上企业户数	2027	110	38	30	-', 'table-row-sum'],
  ['达到140亿元，三年', '达到160亿元，三年', 'growth-mismatch'],
  ['三年年均增长15.9%', '三年年均增长12.9%', 'growth-mismatch'],
  ['以2024年营业收入90亿元', '以2024年营业收入70亿元', 'growth-mismatch'],
  ['同比增长14.4%', '同比增长41.4%', 'growth-mismatch'],
  ['提高18个百分点', '提高28个百分点', 'change-arithmetic'],
  ['云台县17家。', '云台县27家。', 'sum-in-text'],
  ['其中高新技术企业46家', '其中高新技术企业146家', 'part-exceeds-whole'],
  ['超10亿元企业3家', '超10亿元企业13家', 'threshold-order'],
  ['研发机构覆盖率达到60%', '研发机构覆盖率达到160%', 'share-over-hundred'],
  ['三年累计引进20个', '三年累计引进12个', 'steps-exceed-cumulative'],
  ['2026年引进7个', '2026年引进17个', 'steps-exceed-cumulative'],
  ['到2027年累计实施智能化改造项目110个', '到2027年累计实施智能化改造项目11个', 'steps-exceed-cumulative'],
  ['累计遴选链主企业不少于6家', '累计遴选链主企业不少于16家', 'steps-exceed-cumulative'],
  ['每年遴选链主企业2—3家', '每年遴选链主企业3—2家', 'range-reversed'],
  ['到2027年规模以上装备企业达到110家', '到2027年规模以上装备企业达到71家', 'target-falls'],
  ['2027	140	50	38	31	21', '2027	150	54	41	33	22', 'value-conflict'],
  ['2026年6月底前在芦洲区', '2025年3月底前在芦洲区', 'deadline-before-issue'],
  ['2025年10月底前公布', '2024年10月底前公布', 'deadline-before-issue'],
  ['2026年底前建成省级', '2028年底前建成省级', 'deadline-after-expiry'],
  ['到2027年，营业收入超1亿元', '到2028年，营业收入超1亿元', 'target-outside-period'],
  ['有效期至2027年12月31日', '有效期至2025年6月30日', 'validity-order'],
  ['自2025年7月1日起施行', '自2025年5月1日起施行', 'validity-order'],
  ['有效期至2027年12月31日', '有效期至2027年11月31日', 'impossible-date'],
  ['三年行动方案（2025—2027年）', '三年行动方案（2025—2029年）', 'period-length'],
  ['（市生态环境局牵头，市工业和信息化局配合）', '', 'task-without-unit'],
  ['（市商务局牵头，市工业和信息化局配合）', '（市商务局牵头，市工业信息化局配合）', 'unit-misspelt'],
  ['（市科技局牵头，市财政局配合）', '（市科技局牵头，市装备产业促进中心配合）', 'unit-unknown'],
  ['（市科技局牵头，芦洲区政府配合）', '（市科学技术局牵头，芦洲区政府配合）', 'unit-two-names'],
  ['2026年6月底前在芦洲区', '2026年6月底前在卢洲区', 'name-near-miss'],
  ['（一）压实责任。由市智能装备产业链', '（一）压实责任。由市智能装备装备产业链', 'doubled-words'],
  ['5.建设检测平台', '6.建设检测平台', 'numbering'],
  ['7.组织产销对接', '8.组织产销对接', 'numbering'],
  ['三、支持政策', '四、支持政策', 'numbering'],
  ['（三）拓展市场', '（四）拓展市场', 'numbering'],
  ['2.临江市智能装备产业链重点平台清单', '2.临江市智能装备产业链重点企业清单', 'annexes'],
  [
    '\n\n附件：1.临江市智能装备产业链分区目标表\n\n2.',
    '\n\n附件：1.临江市智能装备产业链分区目标表\n\n2.重点园区清单\n\n3.',
    'annexes',
  ],
  ['关于印发《临江市智能装备产业链强链三年', '关于印发《临江市智能装备产业链强基三年', 'cited-title'],
  ['由市级财政给予100万元补助', '给予100万元补助', 'clause-without-payer'],
  ['临府发〔2025〕9号', '临府发[2025]9号', 'document-number'],
  ['临府发〔2025〕9号', '临府发〔2024〕9号', 'document-number'],
  ['重大事项一事一议。', '重大事项一事一议。。', 'doubled-marks'],
  ['（套）装备不少于15台（套）', '（套）装备不少于15台（套', 'unpaired-marks'],
];

const IN_THE_POLICY: readonly (readonly [string, string, string])[] = [
  ['由受益财政分别奖励10万元、30万元、60万元', '分别奖励10万元、30万元、60万元', 'clause-without-payer'],
  ['有效期3年，由', '由', 'clause-without-window'],
  ['有效期3年，由', '有效期3年，至2027年7月31日，由', 'validity-order'],
  ['第四条 支持开拓', '第五条 支持开拓', 'numbering'],
  ['（责任单位：市商务局）', '（责任单位：市商务局、市外贸促进处）', 'unit-unknown'],
  ['自2025年8月1日起', '自2025年08月01日起', 'date-form'],
  ['最高不超过300万元', '最高不超过3。5万元', 'number-form'],
  ['同一事项符合多项政策的，按就高不重复原则执行。', '对高新技术企业，由市级财政再奖励5万元。', 'stacking-missing'],
];

const grave = (text: string, register = REGISTER) =>
  lintText(text, { register }).filter((f) => f.severity !== 'notice');

describe('a clean document', () => {
  it.each([
    ['plan', CLEAN_PLAN],
    ['policy', CLEAN_POLICY],
  ])('%s has neither errors nor warnings, with or without a register', (_, text) => {
    expect(grave(text).map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
    expect(grave(text, withoutRegister).map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
  });

  it('has no notices either', () => {
    expect(lintText(CLEAN_PLAN).map((f) => f.rule)).toEqual([]);
    expect(lintText(CLEAN_POLICY).map((f) => f.rule)).toEqual([]);
  });

  it('may be empty', () => {
    expect(lintText(planText(''))).toEqual([]);
  });
});

describe('a document with one slip', () => {
  const cases = [
    ...IN_THE_PLAN.map(([from, to, rule]) => ({ text: CLEAN_PLAN, from, to, rule })),
    ...IN_THE_POLICY.map(([from, to, rule]) => ({ text: CLEAN_POLICY, from, to, rule })),
  ];
  it.each(cases)('has a finding of $rule: $from → $to', ({ text, from, to, rule }) => {
    expect(text).toContain(from);
    const found = lintText(text.replace(from, to));
    expect(found.map((f) => f.rule)).toContain(rule);
    // One slip may show in two ways, but it must not set off a flood.
    expect(found.filter((f) => f.severity !== 'notice').length).toBeLessThanOrEqual(3);
  });
});

describe('a text made to hurt', () => {
  it.each([
    ['brackets that never close', `一、目标\n${'（'.repeat(50_000)}${'》'.repeat(50_000)}`],
    ['one word without end', '推进推进'.repeat(30_000)],
    [
      'a sentence of many figures',
      `一、目标\n到2027年，${Array.from({ length: 6000 }, (_, i) => `企业${i}家`).join('、')}。`,
    ],
  ])('%s is answered, with a bounded number of findings', (_, text) => {
    expect(lintText(planText(text)).length).toBeLessThanOrEqual(1000);
  });
});
