import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、重点任务\n\n1.推进项目。${text}（市工信局牵头）`);

export const examples: Examples = {
  finds: [
    {
      name: 'one year above the total',
      text: body('2025年计划实施数字化改造项目45个；到2027年底，累计实施数字化改造项目30个。'),
      at: '累计实施数字化改造项目30个',
      severity: 'error',
      arithmetic: '45>30',
    },
    {
      name: 'years that together exceed the total',
      text: body('2025年引进亿元以上项目6个，2026年引进8个，2027年引进9个，三年累计引进20个。'),
      at: '三年累计引进20个',
      severity: 'error',
      arithmetic: '6+8+9=23>20',
    },
    {
      name: 'all years named and less than the total',
      text: body('2025年引进亿元以上项目6个，2026年引进8个，2027年引进9个，三年累计引进30个。'),
      at: '三年累计引进30个',
      severity: 'warning',
      arithmetic: '6+8+9=23≠30',
    },
    {
      name: 'a total that falls',
      text: body('到2025年累计建成智能工厂12家，到2027年累计建成智能工厂9家。'),
      at: '到2027年累计建成智能工厂9家',
      severity: 'error',
      arithmetic: '9<12',
    },
    {
      name: 'new ones that grow fewer',
      text: body('2025年新增规模以上企业25家。到2027年，新增规模以上企业15家。'),
      at: '新增规模以上企业15家',
      severity: 'error',
      arithmetic: '25>15',
    },
    {
      name: 'a yearly number that cannot reach the total',
      text: body('每年新增绿色工厂4家，到2027年累计新增绿色工厂20家。'),
      at: '累计新增绿色工厂20家',
      severity: 'warning',
      arithmetic: '4×3=12≠20',
    },
    {
      name: 'an elliptic thing within its sentence',
      text: body('开展“园区贷”等对接会，2025年组织开展4场，到2027年底，累计开展3场。'),
      at: '累计开展3场',
      severity: 'error',
    },
  ],
  silent: [
    { name: 'steps below the total', text: body('2025年实施改造项目45个；到2027年底，累计实施改造项目150个。') },
    {
      name: 'steps that make the total',
      text: body('2025年引进亿元以上项目6个，2026年引进8个，2027年引进9个，三年累计引进23个。'),
    },
    { name: 'a yearly range that fits', text: body('每年遴选链主企业2—3家，到2027年累计遴选链主企业不少于6家。') },
    { name: 'a total with a floor', text: body('每年新增绿色工厂5家，到2027年累计新增绿色工厂不少于12家。') },
    {
      name: 'yearly steps that shrink',
      text: body('2025年新增规模以上企业25家，2026年新增规模以上企业20家，2027年新增规模以上企业15家。'),
    },
    { name: 'different things', text: body('2025年举办对接会45场；到2027年底，累计实施改造项目30个。') },
  ],
};
