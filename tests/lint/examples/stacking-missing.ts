import { type Examples, planText } from '../documents.ts';

const policy = (second: string, rest: string): string =>
  planText(
    `一、支持政策\n\n1.对首次认定的高新技术企业，由市级财政给予一次性奖励10万元。\n\n2.${second}\n\n二、附则\n\n${rest}`,
  );
const valid = '本措施自2025年4月1日起施行，有效期2年。';

export const examples: Examples = {
  finds: [
    {
      name: 'two clauses for one title',
      text: policy('对获评市级创新平台的高新技术企业，由市级财政给予一次性奖励5万元。', valid),
      at: '给予一次性奖励5万元',
      severity: 'notice',
      says: '高新技术企业',
    },
  ],
  silent: [
    {
      name: 'a rule for all',
      text: policy(
        '对获评市级创新平台的高新技术企业，由市级财政给予一次性奖励5万元。',
        `${valid}同一事项按就高不重复原则执行。`,
      ),
    },
    {
      name: 'clauses for different titles',
      text: policy('对新认定的绿色工厂，由市级财政给予一次性奖励5万元。', valid),
    },
  ],
};
