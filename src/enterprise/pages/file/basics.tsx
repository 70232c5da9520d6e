import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { EnterpriseJson } from '../../contract.ts';
import { scaleNames, stateNames } from '../../domain/index.ts';
import { momentWords } from '../parts/words.ts';

/** Who it is, and what it was before. */
export function Basics({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { content, region, park, chain, unit, since, spans, changedBy, changedAt } = enterprise;
  const unsaid = <span className="pale">没有写</span>;
  const words = (text: string | null) => (text === null || text === '' ? unsaid : text);
  const earlier = spans.filter(({ to }) => to !== null).toReversed();
  return (
    <>
      <Facts>
        <Fact name="信用代码">{words(content.code)}</Fact>
        <Fact name="法定代表人">{words(content.legalRepresentative)}</Fact>
        <Fact name="地区">
          {region.name}
          {park !== null && `（${park.name}）`}
        </Fact>
        <Fact name="地址">{words(content.address)}</Fact>
        <Fact name="产业链">{words(chain?.name ?? null)}</Fact>
        <Fact name="行业代码">{words(content.industry)}</Fact>
        <Fact name="规模">{content.scale === null ? unsaid : scaleNames[content.scale]}</Fact>
        <Fact name="状态">{stateNames[content.state]}</Fact>
        <Fact name="成立日期">{words(content.foundedOn)}</Fact>
        <Fact name="注册资本">{content.capitalFen === null ? unsaid : <Amount fen={content.capitalFen} />}</Fact>
        <Fact name="主要产品">{words(content.products.join('、'))}</Fact>
        {content.otherNames.length > 0 && <Fact name="曾用名">{content.otherNames.join('、')}</Fact>}
        {unit !== null && <Fact name="账号单位">{unit.name}</Fact>}
      </Facts>
      {content.scope !== '' && (
        <details>
          <summary>经营范围</summary>
          <p className="enterprise-words">{content.scope}</p>
        </details>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>以前的样子（{earlier.length} 段）</summary>
          <ul className="enterprise-list">
            {earlier.map(({ from, to, content: was }) => (
              <li key={from}>
                <b>
                  {from} 到 {to}
                </b>
                <span>
                  {was.name}，{was.code ?? '没有代码'}，{was.address === '' ? '没有地址' : was.address}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="pale">
        {since} 起是这样。{changedBy}修改于 {momentWords(changedAt)}。
      </p>
    </>
  );
}
