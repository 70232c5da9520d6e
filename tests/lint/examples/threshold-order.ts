import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'more above the higher bar',
      text: body('到2027年，营业收入超3亿元企业15家，超5亿元企业8家，超10亿元企业40家。'),
      at: '超10亿元企业40家',
      severity: 'error',
      arithmetic: '40>8',
    },
    {
      name: 'a band above its bar',
      text: body('到2027年，营业收入超亿元企业4家，5亿~10亿元企业9家。'),
      at: '5亿~10亿元企业9家',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'fewer above the higher bar',
      text: body('到2027年，营业收入超3亿元企业15家，超5亿元企业8家，超10亿元企业4家。'),
    },
    { name: 'a band and what lies above it', text: body('到2027年，5亿~10亿元企业2家，10亿元以上企业3家。') },
    { name: 'different things', text: body('到2027年，营业收入超10亿元企业2家，规模超100亿元的集群3个。') },
  ],
};
