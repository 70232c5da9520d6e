import { Link } from '@tanstack/react-router';
import type { IndicatorHeadJson, MatrixCellJson, ReadingJson } from '../../contract/reading-api.ts';
import type { CellSearch } from '../cell/address.ts';
import { HiddenMark } from '../reading/hidden-mark.tsx';
import { LightMark } from '../reading/light-mark.tsx';
import { inTable, type TableUnit } from '../reading/table-unit.ts';
import { changeText, figureText, forecastText, lacks, lightText, rateText } from '../reading/words.ts';
import type { Shown } from './address.ts';

interface Props {
  readonly cell: MatrixCellJson | undefined;
  /** Chain and place, for whoever does not see where it stands. */
  readonly name: string;
  readonly indicator: IndicatorHeadJson;
  readonly unit: TableUnit;
  readonly show: Shown;
  readonly search: CellSearch;
}

/** One crossing of chain and place: opens what is behind it. */
export function MatrixCell({ cell, name, indicator, unit, show, search }: Props) {
  if (cell?.hidden != null)
    return (
      <span className="matrix-hidden">
        <HiddenMark because={cell.hidden} />
      </span>
    );
  const reading = cell?.reading ?? null;
  if (reading === null || reading.actual.value === null)
    return (
      <Link to="/cells" search={search} className="matrix-none" title={`${name}：没有报数`}>
        —
      </Link>
    );
  const lacking = lacks(reading.actual);
  // Without a target there is nothing to complete: what has come is told instead.
  const isActual = show === 'actual' || show === 'forecast' || (show === 'completion' && reading.main === null);
  const title = [
    name,
    `今年以来 ${figureText(reading.actual.value, indicator)}`,
    ...(reading.main === null ? [] : [`目标 ${figureText(reading.main.goal ?? reading.main.value, indicator)}`]),
    lightText(reading),
    ...lacking,
  ].join('\n');
  return (
    <Link
      to="/cells"
      search={search}
      className={`matrix-cell light-ground-${reading.light.light ?? 'none'}`}
      title={title}
    >
      <LightMark light={reading.light.light} reason={lightText(reading)} />
      <b>{mainText(isActual && show !== 'forecast' ? 'actual' : show, reading, indicator, unit)}</b>
      {!isActual && <small>{inTable(BigInt(reading.actual.value), unit)}</small>}
      {lacking.length > 0 && (
        <sup>
          <span aria-hidden="true">*</span>
          <span className="visually-hidden">{lacking.join('')}</span>
        </sup>
      )}
    </Link>
  );
}

function mainText(show: Shown, reading: ReadingJson, indicator: IndicatorHeadJson, unit: TableUnit): string {
  if (show === 'actual') return reading.actual.value === null ? '—' : inTable(BigInt(reading.actual.value), unit);
  if (show === 'growth') return reading.growth === null ? '—' : changeText(reading.growth.toDate, indicator);
  if (show === 'forecast') return forecastText(reading, indicator);
  return rateText(reading.main?.share ?? null);
}
