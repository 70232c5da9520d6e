import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、重点任务\n\n${text}`);

export const examples: Examples = {
  finds: [
    { name: 'two widths in one number', text: body('营业收入达到2４0亿元。'), at: '2４0', severity: 'notice' },
    { name: 'a Chinese stop for a decimal point', text: body('比重达到2。1%。'), at: '2。1', severity: 'warning' },
    { name: 'a Chinese comma for thousands', text: body('培训人才1，600人次。'), at: '1，600', severity: 'warning' },
  ],
  silent: [
    { name: 'plain figures', text: body('营业收入达到1,240.5亿元，比重2.1%。') },
    { name: 'full width throughout', text: body('营业收入达到２４０亿元。') },
    { name: 'a list of figures', text: body('分别达到20，240和300家。') },
  ],
};
