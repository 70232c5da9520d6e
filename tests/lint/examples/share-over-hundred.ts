import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'coverage above all',
      text: body('到2027年，规模以上企业研发机构覆盖率达到140%。'),
      at: '覆盖率达到140%',
      severity: 'error',
      arithmetic: '140>100',
    },
  ],
  silent: [
    { name: 'full coverage', text: body('到2027年，规模以上企业研发机构覆盖率达到100%。') },
    { name: 'growth', text: body('到2027年，技术合同成交额增长120%。') },
  ],
};
