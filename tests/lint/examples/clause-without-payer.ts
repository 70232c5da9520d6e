import { type Examples, planText } from '../documents.ts';

const policy = (second: string, rest = ''): string =>
  planText(`一、支持政策

1.对首批次新产品，由市级财政按销售额的10%给予奖励，最高不超过50万元。

2.${second}

3.对建成的中试平台，由市级财政给予100万元补助。

二、附则

本方案自2025年4月1日起施行，有效期至2027年12月31日，同一事项按就高不重复原则执行。${rest}`);

export const examples: Examples = {
  finds: [
    {
      name: 'one clause that forgets its payer',
      text: policy('对引进的龙头企业，给予一次性奖励200万元。'),
      at: '给予一次性奖励200万元',
      severity: 'warning',
      says: '其他2条都写了',
    },
    {
      name: 'a document that names no payer, once',
      text: planText(
        '一、支持政策\n\n1.对首次升规的企业，给予一次性奖励8万元。\n\n2.对引进的龙头企业，给予一次性奖励200万元。',
      ),
      at: '给予一次性奖励8万元',
      severity: 'notice',
      says: '等2条奖补',
    },
  ],
  silent: [
    { name: 'clauses that all name one', text: policy('对引进的龙头企业，由受益财政给予一次性奖励200万元。') },
    {
      name: 'a sentence that settles it for all',
      text: policy('对引进的龙头企业，给予一次性奖励200万元。', '奖补所需资金由市级财政统筹安排。'),
    },
    { name: 'a plan without support', text: planText('一、重点任务\n\n加快建设园区。') },
  ],
};
