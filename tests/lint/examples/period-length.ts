import { type Examples, planText } from '../documents.ts';

const titled = (title: string): string => planText('一、发展目标\n\n到2027年，营业收入达到240亿元。', { title });

export const examples: Examples = {
  finds: [
    {
      name: 'three years that are four',
      text: titled('临江市现代纺织产业提升三年行动方案（2025—2028年）'),
      at: '三年行动',
      severity: 'warning',
      arithmetic: '2028-2025+1=4≠3',
    },
  ],
  silent: [
    { name: 'three years', text: titled('临江市现代纺织产业提升三年行动方案（2025—2027年）') },
    { name: 'a title without a number of years', text: titled('临江市现代纺织产业提升行动方案（2025—2028年）') },
  ],
};
