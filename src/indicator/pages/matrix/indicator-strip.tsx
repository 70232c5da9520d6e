import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { type MatrixJson, type MatrixQuery, readingApi } from '../../contract/reading-api.ts';
import type { IndicatorRowJson } from '../../contract.ts';
import { LightMark } from '../reading/light-mark.tsx';
import { inTable, tableUnitOf } from '../reading/table-unit.ts';
import { changeText, figureText, lightText, rateText } from '../reading/words.ts';
import { wholeOf } from './whole.ts';

/** As many as one request answers. */
const most = 8;

interface Props {
  readonly indicators: readonly IndicatorRowJson[];
  readonly chosen: IndicatorRowJson;
  readonly query: MatrixQuery;
  onChoose(indicator: string): void;
}

/** Where the usual indicators stand as a whole, beside each other; each opens its own matrix. */
export function IndicatorStrip({ indicators, chosen, query, onChoose }: Props) {
  const usual = usualOf(indicators, chosen);
  const answer = useQuery({
    ...queryFor(readingApi.readMatrix, { query: { ...query, indicators: usual.join(), explain: 1 } }),
    placeholderData: keepPreviousData,
    enabled: usual.length > 1,
  });
  // It stands beside the matrix and is no reason for the page to fail: what is refused there is told there.
  if (answer.isError || usual.length < 2) return null;
  if (answer.data === undefined) return <div className="matrix-strip-room" />;
  return (
    <ul className="matrix-strip" aria-label="常用指标">
      {answer.data.matrices.map((matrix) => (
        <li key={matrix.indicator.id}>
          <button
            type="button"
            aria-pressed={matrix.indicator.id === chosen.id}
            onClick={() => onChoose(matrix.indicator.id)}
          >
            <Whole matrix={matrix} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Whole({ matrix }: { readonly matrix: MatrixJson }) {
  const { indicator } = matrix;
  const reading = wholeOf(matrix);
  const total = reading?.actual.value ?? null;
  const unit = tableUnitOf(total === null ? [] : [BigInt(total)], indicator);
  return (
    <>
      <span className="matrix-strip-name">{indicator.name}</span>
      <b title={figureText(total, indicator)}>
        {total === null ? '—' : `${inTable(BigInt(total), unit)}${unit.unit === '%' ? '' : ' '}${unit.unit}`}
      </b>
      {reading !== null && (
        <span className="matrix-strip-more">
          <LightMark light={reading.light.light} reason={lightText(reading)} />
          {reading.main === null ? '没有目标' : `完成 ${rateText(reading.main.share)}`}
          {reading.growth !== null && <span>同比 {changeText(reading.growth.toDate, indicator)}</span>}
        </span>
      )}
    </>
  );
}

/** The first of the same frequency, the chosen one among them. */
function usualOf(indicators: readonly IndicatorRowJson[], chosen: IndicatorRowJson): string[] {
  const alike = indicators.filter(({ frequency }) => frequency === chosen.frequency).map(({ id }) => id);
  const first = alike.slice(0, most);
  return first.includes(chosen.id) ? first : [...first.slice(0, most - 1), chosen.id];
}
