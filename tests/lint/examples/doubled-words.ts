import { type Examples, planText } from '../documents.ts';

const body = (text: string): string => planText(`一、组织实施\n\n${text}`);

export const examples: Examples = {
  finds: [
    { name: 'a character', text: body('各各镇、街道要建立工作机制。'), at: '各各', severity: 'warning' },
    { name: 'a word', text: body('加快推进推进项目建设。'), at: '推进推进', severity: 'warning' },
    {
      name: 'a long word',
      text: body('由市工业和信息化局市工业和信息化局统筹。'),
      at: '市工业和信息化局市工业和信息化局',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'words that only meet',
      text: body('为了了解企业创业创新情况，位于于都的企业企业家要按照目的的要求，参与与会，由市场自由由来决定。'),
    },
    { name: 'reduplications', text: body('方方面面、一个一个、层层落实，人人有责，县县都有，一步一步推进。') },
  ],
};
