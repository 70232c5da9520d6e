import { Fact, Facts } from '../../../../../platform/web/layout/facts.tsx';
import type { SelectionRoundJson } from '../../../contract.ts';
import { pointText, textOf } from '../logic.ts';
import { PlainTable } from '../parts/plain-table.tsx';

/** By what it is decided, in words that everybody may read. */
export function Rules({ round }: { readonly round: SelectionRoundJson }) {
  const { measures, items, edition } = round;
  const hasExperts = round.expertShare > 0;
  return (
    <section>
      <Facts>
        <Fact name="条件">
          {edition === null
            ? '没有生效的版次'
            : `${edition.name}${edition.empty === null ? '' : `（${edition.empty}）`}`}
        </Fact>
        <Fact name="总分">
          量化分占 {round.quantitativeShare}%，专家分占 {round.expertShare}%
        </Fact>
        <Fact name="名额">{round.places === null ? '不限' : `${round.places} 家`}</Fact>
        <Fact name="最低总分">{round.line === 0 ? '没有线' : `${pointText(round.line)} 分`}</Fact>
        {hasExperts && (
          <Fact name="专家">
            每家 {round.panel} 名{round.trimmed && '，去掉最高和最低'}
            {round.scoreTo !== null && `，评到 ${round.scoreTo}`}
          </Fact>
        )}
        <Fact name="公示">{round.publicityDays} 个工作日</Fact>
      </Facts>
      {measures.length > 0 && (
        <>
          <h2>量化指标</h2>
          <PlainTable
            label="量化指标"
            rows={measures}
            keyOf={({ id }) => id}
            columns={[
              { title: '指标', cell: ({ name, factName }) => (name === factName ? name : `${name}（${factName}）`) },
              { ...{ title: '零分值', end: true }, cell: ({ zero, unit }) => `${textOf(zero, 4)} ${unit}` },
              { ...{ title: '满分值', end: true }, cell: ({ full, unit }) => `${textOf(full, 4)} ${unit}` },
              { ...{ title: '分值', end: true }, cell: ({ most }) => pointText(most) },
            ]}
          />
          <p className="pale">从零分值到满分值按比例得分，算到百分之一分，多出的舍去。缺数的不得分。</p>
        </>
      )}
      {hasExperts && (
        <>
          <h2>专家评分项</h2>
          <PlainTable
            label="专家评分项"
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { title: '评什么', cell: ({ name }) => name },
              { ...{ title: '最多几分', end: true }, cell: ({ most }) => pointText(most) },
            ]}
          />
        </>
      )}
    </section>
  );
}
