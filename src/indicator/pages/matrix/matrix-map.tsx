import { useMemo } from 'react';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import type { MatrixJson, PlaceJson, ReadingJson } from '../../contract/reading-api.ts';
import { lightNames } from '../../domain/wording/pace.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { RegionView } from '../map/region-view.tsx';
import { addressOfCell } from '../pivot/flat.ts';
import { Choice } from '../reading/choice.tsx';
import { inTable, tableUnitOf } from '../reading/table-unit.ts';
import { figureText, rateText } from '../reading/words.ts';
import { type Shown, shownNames } from './address.ts';

interface Props {
  readonly matrix: MatrixJson;
  readonly place: PlaceJson;
  readonly show: Shown;
  readonly chain: string | undefined;
  onChain(chain: string): void;
}

/** One row of the matrix on the map: a chain, or all of them. */
export function MatrixMap({ matrix, place, show, chain, onChain }: Props) {
  const { indicator, rows, columns, cells, asOf } = matrix;
  const row = rows.find(({ id }) => id === chain) ?? rows[0];
  const parts = useMemo(
    () => columns.filter(({ id }) => id !== place.id && id !== '' && id !== '-'),
    [columns, place.id],
  );
  if (place.axis === 'unit' || row === undefined || parts.length === 0)
    return (
      <Empty title="这里不能画地图">
        <p>{place.axis === 'unit' ? '请改按地区看。' : `${place.name}下面没有更细的地区。`}</p>
      </Empty>
    );
  const found = parts.map((part) => ({
    part,
    cell: cells.find((cell) => cell.row === row.id && cell.column === part.id),
  }));
  const unit = tableUnitOf(
    found.flatMap(({ cell }) => (cell?.reading?.actual.value == null ? [] : [BigInt(cell.reading.actual.value)])),
    indicator,
  );
  const isRate = show === 'completion' || (show === 'growth' && indicator.kind !== 'ratio');
  const text = (value: number): string =>
    isRate ? rateText(Math.round(value)) : figureText(String(Math.round(value)), indicator);
  const short = (value: number): string => (isRate ? text(value) : inTable(BigInt(Math.round(value)), unit));
  return (
    <>
      {rows.length > 1 && (
        <div className="map-chain">
          <Choice label="哪条链" value={row.id} options={rows.map(({ id, name }) => [id, name])} onChange={onChain} />
        </div>
      )}
      <RegionView
        place={place}
        summary={`${place.name}${row.name}${indicator.name}，${shownNames[show]}，到 ${periodWords(asOf)}。`}
        valueName={isRate ? shownNames[show] : `${shownNames[show]}（${unit.unit}）`}
        picture={`${place.name}${indicator.name}${shownNames[show]}`}
        {...{ text, short }}
        regions={found.map(({ part, cell }) => {
          const light = cell?.reading?.light.light ?? null;
          return {
            ...{ code: part.id, name: part.name, suppressed: cell?.hidden != null },
            value: cell?.reading == null ? null : numberOf(cell.reading, show),
            ...(light !== null && { note: lightNames[light] }),
            link: addressOfCell({
              ...{ indicator: indicator.id, period: asOf, place: part.id },
              ...(row.id !== '' && row.id !== '-' && { chain: row.id }),
            }),
          };
        })}
      />
    </>
  );
}

function numberOf({ actual, main, growth, forecast }: ReadingJson, show: Shown): number | null {
  const number = (text: string | null | undefined): number | null => (text == null ? null : Number(text));
  if (show === 'actual') return number(actual.value);
  if (show === 'forecast') return number(forecast.value);
  if (show === 'completion') return main?.share ?? null;
  if (growth === null) return null;
  return growth.toDate.of === 'ratio' ? number(growth.toDate.difference) : growth.toDate.rate;
}
