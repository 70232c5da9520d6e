import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、发展目标\n\n${text}`);

export const examples: Examples = {
  finds: [
    {
      name: 'parts that come near the total',
      text: body('到2027年，规模以上企业达到64家，其中望江区18家、芦洲区16家、青石湖区20家、云台县9家。'),
      at: '规模以上企业达到64家',
      severity: 'warning',
      arithmetic: '18+16+20+9=63≠64',
    },
    {
      name: 'parts that exceed the total',
      text: body('到2027年，规模以上企业达到60家，其中望江区18家、芦洲区16家、青石湖区20家、云台县9家。'),
      at: '规模以上企业达到60家',
      severity: 'error',
      says: '多3家',
    },
    {
      name: 'places that no register knows',
      text: body('到2027年，规模以上企业达到60家，其中望江区18家、芦洲区16家、青石区20家、云台县9家。'),
      at: '规模以上企业达到60家',
      severity: 'error',
      register: { regions: [], units: [], chains: [] },
    },
  ],
  silent: [
    {
      name: 'parts that make the total',
      text: body('到2027年，规模以上企业达到63家，其中望江区18家、芦洲区16家、青石湖区20家、云台县9家。'),
    },
    {
      name: 'a few examples only',
      text: body('到2027年，规模以上企业达到200家，其中望江区18家、芦洲区16家、云台县9家。'),
    },
    {
      name: 'a total with a floor',
      text: body('到2027年，规模以上企业达到60家以上，其中望江区18家、芦洲区16家、青石湖区20家、云台县9家。'),
    },
  ],
};
