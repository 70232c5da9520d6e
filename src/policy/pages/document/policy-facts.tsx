import { Link } from '@tanstack/react-router';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import type { PolicyHeadJson } from '../../contract.ts';
import { spanWords } from '../wording/words.ts';

/** What the document says of itself, and which content of the pack this is. */
export function PolicyFacts({ policy }: { readonly policy: PolicyHeadJson }) {
  const { docNumber, docNumberReason, issuer, level, valid, eventYear, hash, plan } = policy;
  return (
    <Facts>
      <Fact name="文号">{docNumber ?? `没有（${docNumberReason ?? '没有写原因'}）`}</Fact>
      <Fact name="发文机关">{issuer}</Fact>
      <Fact name="层级">{level}级</Fact>
      <Fact name="有效期">{spanWords(valid)}</Fact>
      <Fact name="奖补年度">{eventYear === null ? '按所看那一天的年份' : `${eventYear} 年的事`}</Fact>
      <Fact name="原文">
        {plan === null ? (
          '方案库里没有这份文件，或者不在您的范围内'
        ) : (
          <Link to="/plans/$planId" params={{ planId: plan.planId }}>
            {plan.title}
          </Link>
        )}
      </Fact>
      <Fact name="内容包摘要">
        <span className="policy-hash">{hash}</span>
      </Fact>
    </Facts>
  );
}
