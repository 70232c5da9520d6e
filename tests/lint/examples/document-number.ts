import { type Examples, planText } from '../documents.ts';

const body = '一、重点任务\n\n加快建设园区。';

export const examples: Examples = {
  finds: [
    {
      name: 'square brackets',
      text: planText(body, { number: '临府办发[2025]8号' }),
      at: '临府办发[2025]8号',
      severity: 'warning',
      says: '临府办发〔2025〕8号',
    },
    {
      name: '第 and a leading zero',
      text: planText(body, { number: '临府办发〔2025〕第08号' }),
      at: '临府办发〔2025〕第08号',
      severity: 'warning',
    },
    {
      name: 'a year that is not that of issue',
      text: planText(body, { number: '临府办发〔2024〕8号' }),
      at: '临府办发〔2024〕8号',
      severity: 'warning',
      arithmetic: '2024≠2025',
    },
    {
      name: 'cited numbers, once',
      text: planText(`${body}按照临府字[2024]40号和临发[2023]12号文件要求落实。`),
      at: '临府字[2024]40号',
      severity: 'notice',
      says: '还有1处',
    },
  ],
  silent: [
    { name: 'the form of the standard', text: planText(`${body}按照临府字〔2024〕40号文件要求落实。`) },
    { name: 'other brackets with years', text: planText(`${body}依据《行动计划（2024年）》3号工程要求落实。`) },
  ],
};
