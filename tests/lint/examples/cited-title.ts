import { type Examples, planText } from '../documents.ts';

const body = '一、重点任务\n\n加快建设园区。';

export const examples: Examples = {
  finds: [
    {
      name: 'a notice that calls its plan by another name',
      text: planText(body, { cited: '临江市现代纺织产业提质行动方案（2025—2027年）' }),
      at: '临江市现代纺织产业提升行动方案（2025—2027年）',
      severity: 'warning',
    },
    {
      name: 'other years',
      text: planText(body, { cited: '临江市现代纺织产业提升行动方案（2025—2028年）' }),
      at: '临江市现代纺织产业提升行动方案（2025—2027年）',
      severity: 'warning',
    },
  ],
  silent: [
    { name: 'one title throughout', text: planText(body) },
    { name: 'another kind of dash', text: planText(body, { cited: '临江市现代纺织产业提升行动方案（2025-2027年）' }) },
    {
      name: 'documents that are only cited',
      text: planText(`${body}依据《东澜省现代纺织产业提升行动方案（2024—2027年）》制定。`),
    },
  ],
};
