import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'percentage points that do not fit',
      text: body('到2027年，关键工序数控化率由52%提高到70%，提高16个百分点。'),
      at: '由52%提高到70%',
      severity: 'error',
      arithmetic: '70-52=18≠16',
    },
    {
      name: 'a number of enterprises that does not fit',
      text: body('到2027年，规模以上企业从192家增加到250家，净增48家。'),
      at: '从192家增加到250家',
      severity: 'error',
      arithmetic: '250-192=58≠48',
    },
    {
      name: 'a rate that does not fit',
      text: body('到2027年，营业收入由180亿元增长到240亿元，增长25%。'),
      at: '增长25%',
      severity: 'error',
      arithmetic: '(240-180)÷180=33.3%≠25%',
    },
    {
      name: 'a decrease',
      text: body('到2027年，办理时限由20个减少到12个，减少6个。'),
      at: '减少6个',
      severity: 'error',
      arithmetic: '20-12=8≠6',
    },
  ],
  silent: [
    { name: 'figures that fit', text: body('到2027年，关键工序数控化率由52%提高到70%，提高18个百分点。') },
    { name: 'a rounded rate', text: body('到2027年，营业收入由180亿元增长到240亿元，增长33%。') },
    { name: 'two different things', text: body('到2027年，企业由20家增加到30家，提高服务水平5个百分点。') },
  ],
};
