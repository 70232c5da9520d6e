import { type Examples, planText } from '../documents.ts';

const title = '临江市支持现代纺织产业高质量发展若干措施';
const policy = (rest: string, named = title): string =>
  planText(`一、支持政策\n\n1.对首次升规的企业，由市级财政给予一次性奖励8万元。\n\n二、附则\n\n${rest}`, {
    title: named,
  });

export const examples: Examples = {
  finds: [
    {
      name: 'support without end',
      text: policy('本措施自2025年4月1日起施行。'),
      at: '给予一次性奖励8万元',
      severity: 'notice',
      says: '没有写到什么时候止',
    },
    {
      name: 'support without beginning and end',
      text: policy('本措施由市工信局负责解释。'),
      at: '给予一次性奖励8万元',
      severity: 'notice',
    },
    {
      name: 'a plan whose title has years and whose text has none',
      text: policy('本措施由市工信局负责解释。', '临江市现代纺织产业提升行动方案（2025—2027年）'),
      at: '给予一次性奖励8万元',
      severity: 'notice',
      says: '标题只有2025—2027年',
    },
  ],
  silent: [
    { name: 'a document with a validity', text: policy('本措施自2025年4月1日起施行，有效期2年。') },
    { name: 'a call of one year', text: policy('请按时申报。', '关于申报2025年临江市链主企业的工作方案') },
  ],
};
