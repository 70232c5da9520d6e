import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'a range with its ends exchanged',
      text: body('到2027年，培育链主企业5—2家。'),
      at: '5—2家',
      severity: 'error',
      arithmetic: '5>2',
    },
  ],
  silent: [{ name: 'a range', text: body('到2027年，培育链主企业2—5家。') }],
};
