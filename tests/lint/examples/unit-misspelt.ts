import { type Examples, planText, withoutRegister } from '../documents.ts';

const list = (...units: string[]): string =>
  planText(
    `一、重点任务\n\n${units.map((u, i) => `${i + 1}.推进第${i + 1}类项目。每年建成项目6个。（责任单位：${u}）`).join('\n\n')}`,
  );
const usual = ['市工业和信息化局', '市工业和信息化局、市财政局', '市工业和信息化局'];

export const examples: Examples = {
  finds: [
    {
      name: 'a name that lacks a character',
      text: list(...usual, '市工业和信息局'),
      at: '市工业和信息局',
      severity: 'warning',
      says: '后者在文中出现3次',
    },
    {
      name: 'the same without a register, by use alone',
      text: list(...usual, '市工业和信息局'),
      at: '市工业和信息局',
      severity: 'warning',
      register: withoutRegister,
    },
    {
      name: 'a wrong character in a name that the register has',
      text: list('市生态环竟局', '市商务局'),
      at: '市生态环竟局',
      severity: 'warning',
      says: '市生态环境局',
    },
  ],
  silent: [
    { name: 'two units that differ by one character', text: list('市财政局', '市民政局', '市民政局') },
    { name: 'right names', text: list(...usual) },
    {
      name: 'short names without a register',
      text: list('市财政局', '市民政局', '市民政局'),
      register: withoutRegister,
    },
  ],
};
