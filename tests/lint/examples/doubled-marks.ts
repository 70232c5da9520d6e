import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、组织实施\n\n${text}`);

export const examples: Examples = {
  finds: [{ name: 'two stops', text: body('各镇要抓好落实。，市工信局要加强调度。'), at: '。，', severity: 'warning' }],
  silent: [
    {
      name: 'stops behind brackets and quotes',
      text: body('各镇要抓好落实（含园区）。市工信局要做好“链长制”，加强调度……'),
    },
  ],
};
