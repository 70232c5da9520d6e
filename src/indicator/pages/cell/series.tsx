import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import type { CellJson } from '../../contract/reading-api.ts';
import { inTable, tableUnitOf } from '../reading/table-unit.ts';
import { figureText } from '../reading/words.ts';

/** This year beside last, as it was reported period by period. */
export function Series({ cell: { series, indicator, period, place } }: { readonly cell: CellJson }) {
  const year = period.slice(0, 4);
  const before = String(Number(year) - 1);
  const steps = [...new Set(series.map((each) => each.period.slice(4)))].toSorted();
  if (series.every(({ value }) => value === null) || steps.length < 2) return null;
  const of = (which: string): (number | null)[] =>
    steps.map((step) => {
      const found = series.find((each) => each.period === `${which}${step}`);
      return found?.value == null ? null : Number(found.value);
    });
  const unit = tableUnitOf(
    series.flatMap(({ value }) => (value === null ? [] : [BigInt(value)])),
    indicator,
  );
  const words = (value: number): string => figureText(String(Math.round(value)), indicator);
  const preliminary = steps.map(
    (step) => (series.find((each) => each.period === `${year}${step}`)?.vintages.preliminary ?? 0) > 0,
  );
  const stepName = (step: string): string =>
    step.startsWith('-Q') ? `${step.slice(2)} 季度` : `${Number(step.slice(1))} 月`;
  return (
    <section aria-labelledby="cell-series">
      <h2 id="cell-series">各期的数</h2>
      <LineChart
        summary={`${place.name}${indicator.name}，${year} 年和 ${before} 年各期，单位 ${unit.unit}。`}
        along="时期"
        points={steps.map(stepName)}
        lines={[
          { name: `${before} 年`, values: of(before), kind: 'earlier' },
          { name: `${year} 年`, values: of(year), kind: 'main', preliminary },
        ]}
        text={words}
        short={(value) => inTable(BigInt(Math.round(value)), unit)}
        words={words}
        picture={`${place.name}${indicator.name}`}
      />
    </section>
  );
}
