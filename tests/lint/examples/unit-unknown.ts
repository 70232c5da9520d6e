import { type Examples, planText, withoutRegister } from '../documents.ts';

const list = (units: string): string =>
  planText(
    `一、重点任务\n\n1.建设园区。2025年9月底前开工。（市工信局牵头，${units}配合）\n\n2.引进项目。每年引进6个。（市商务局牵头）`,
  );

export const examples: Examples = {
  finds: [
    {
      name: 'a unit that no register has',
      text: list('市材料产业促进处'),
      at: '市材料产业促进处',
      severity: 'warning',
    },
    { name: 'an office that may exist', text: list('市综合行政执法局'), at: '市综合行政执法局', severity: 'notice' },
  ],
  silent: [
    {
      name: 'known units, their other names, governments and collectives',
      text: list('市财政局、临江经开区管委会、芦洲区政府、各县（市、区）政府'),
    },
    { name: 'anything without a register', text: list('市材料产业促进处'), register: withoutRegister },
    { name: 'a slip, which another rule speaks of', text: list('市生态环竟局、市生态环境局') },
  ],
};
