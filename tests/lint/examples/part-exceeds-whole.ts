import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'a part above the whole',
      text: body('2025年完成数字化诊断120家，其中实施改造150家。'),
      at: '实施改造150家',
      severity: 'error',
      arithmetic: '150家>120家',
    },
    {
      name: 'money in two units',
      text: body('到2027年，全市营业收入达到24亿元，其中线上销售额达到250000万元。'),
      at: '线上销售额达到250000万元',
      severity: 'error',
    },
  ],
  silent: [
    { name: 'a part below the whole', text: body('2025年完成数字化诊断120家，其中实施改造25家。') },
    { name: 'another unit', text: body('2025年全市营业收入达到220亿元；其中，规模以上企业420家。') },
    { name: 'a whole with a floor', text: body('到2027年，规模以上企业达到100家以上，其中智能工厂120家。') },
    { name: 'another sentence', text: body('2025年完成数字化诊断20家。其中一批企业先行改造。到2027年实施改造150家。') },
  ],
};
