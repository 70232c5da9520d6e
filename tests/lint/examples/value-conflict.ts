import { type Examples, planText } from '../documents.ts';

const two = (first: string, second: string): string =>
  planText(`一、发展目标\n\n${first}\n\n二、重点任务\n\n1.培育企业。${second}（市工信局牵头）`);

export const examples: Examples = {
  finds: [
    {
      name: 'two values of one target',
      text: two('到2027年，规模以上纺织企业达到64家。', '到2027年规模以上纺织企业达到70家。'),
      at: '规模以上纺织企业达到70家',
      severity: 'error',
      arithmetic: '64家≠70家',
    },
    {
      name: 'other words for the same thing',
      text: two('2025年，全市入库科技型中小企业40家。', '2025年，入库科技型中小企业数达到45家。'),
      at: '入库科技型中小企业数达到45家',
      severity: 'error',
    },
    {
      name: 'two floors',
      text: two('到2027年，高新技术企业达到90家以上。', '到2027年，高新技术企业不少于80家。'),
      at: '不少于80家',
      severity: 'warning',
    },
    {
      name: 'a yearly duty',
      text: two('每年培训数字化技能人才600人。', '每年培训数字化技能人才800人。'),
      at: '每年培训数字化技能人才800人',
      severity: 'warning',
    },
    {
      name: 'a target that lost its year beside one that has it',
      text: two(
        '2025年规模以上纺织企业达到210家，高新技术企业49家；规模以上纺织企业达到250家。',
        '加强对纺织企业的服务。',
      ),
      at: '规模以上纺织企业达到250家',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'the same value twice',
      text: two('到2027年，规模以上纺织企业达到64家。', '到2027年规模以上纺织企业达到64家。'),
    },
    { name: 'another year', text: two('2025年规模以上纺织企业达到64家。', '到2027年规模以上纺织企业达到70家。') },
    {
      name: 'another place',
      text: two('到2027年，规模以上纺织企业达到64家。', '到2027年，芦洲区规模以上纺织企业达到20家。'),
    },
    {
      name: 'another chain',
      text: two('到2027年，现代纺织产业链营业收入达到240亿元。', '到2027年，智能装备产业链营业收入达到180亿元。'),
    },
    {
      name: 'stock and increment',
      text: two('到2027年，规模以上纺织企业达到250家。', '到2027年累计新增规模以上纺织企业58家。'),
    },
    {
      name: 'a value above a floor',
      text: two('到2027年，规模以上纺织企业达到60家以上。', '到2027年规模以上纺织企业达到64家。'),
    },
  ],
};
