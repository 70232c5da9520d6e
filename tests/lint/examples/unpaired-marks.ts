import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、组织实施\n\n${text}`);

export const examples: Examples = {
  finds: [
    { name: 'a bracket never closed', text: body('各镇（街道要抓好落实。'), at: '（街道', severity: 'warning' },
    {
      name: 'a quotation mark turned the wrong way, once',
      text: body('推进”节地增效”行动。'),
      at: '”节地增效',
      severity: 'warning',
    },
    { name: 'a title mark', text: body('落实《行动计划要求。'), at: '《行动', severity: 'warning' },
  ],
  silent: [
    {
      name: 'pairs of every kind',
      text: body('落实《行动计划（2025年）》，抓好“链长+链主”（含园区）〔责任单位：市工信局〕。'),
    },
    { name: 'labels with half a bracket', text: body('1）建设园区；2）引进项目。') },
    { name: 'half-width and full-width of one pair', text: body('各镇（街道)要抓好落实。') },
  ],
};
