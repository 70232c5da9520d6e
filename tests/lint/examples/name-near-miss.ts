import { type Examples, planText, withoutRegister } from '../documents.ts';

const body = (text: string): string =>
  planText(
    `一、重点任务\n\n1.优化布局。支持芦洲区、青石湖区、望江区错位发展，做强现代纺织产业链。\n\n2.建设平台。${text}`,
  );

export const examples: Examples = {
  finds: [
    {
      name: 'a look-alike character',
      text: body('在卢洲区布局中试基地1个。'),
      at: '卢洲区',
      severity: 'warning',
      says: '芦洲区',
    },
    {
      name: 'a character left out',
      text: body('在青石区布局中试基地1个。'),
      at: '青石区',
      severity: 'warning',
      says: '青石湖区',
    },
    {
      name: 'a wrong character in a long name',
      text: body('在青石潮区布局中试基地1个。'),
      at: '青石潮区',
      severity: 'warning',
    },
    { name: 'a chain', text: body('做优现代纺炽产业链。'), at: '现代纺炽产业链', severity: 'warning' },
  ],
  silent: [
    { name: 'right names', text: body('在芦洲区、青石湖区各布局中试基地1个。') },
    { name: 'another known place', text: body('在云台县布局中试基地1个。') },
    { name: 'ordinary words', text: body('完善城区、园区、库区设施，做好智能纺机产业链招商。') },
    { name: 'anything without a register', text: body('在卢洲区布局中试基地1个。'), register: withoutRegister },
  ],
};
