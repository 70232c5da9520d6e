import { type Examples, planText, withoutRegister } from '../documents.ts';

const list = (...units: string[]): string =>
  planText(
    `一、重点任务\n\n${units.map((u, i) => `${i + 1}.推进第${i + 1}类项目。每年建成项目6个。（责任单位：${u}）`).join('\n\n')}`,
  );

export const examples: Examples = {
  finds: [
    {
      name: 'the short and the full name',
      text: list('市工业和信息化局', '市工业和信息化局、市财政局', '市工信局'),
      at: '市工信局',
      severity: 'warning',
      says: '“市工业和信息化局”2次、“市工信局”1次',
    },
    {
      name: 'the same without a register',
      text: list('市工业和信息化局', '市工业和信息化局、市财政局', '市工信局'),
      at: '市工信局',
      severity: 'warning',
      register: withoutRegister,
    },
  ],
  silent: [
    { name: 'one name throughout', text: list('市工信局', '市工信局、市财政局', '市科技局') },
    { name: 'units of two levels', text: list('市工信局', '区工信局', '省工业和信息化厅') },
  ],
};
