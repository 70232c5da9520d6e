import { readFigure } from '../../../../../platform/web/grid/figure-text.ts';
import type { DeliverableJson, DutyJson, SubdivideJson, TaskJson } from '../../../contract.ts';

/** What one unit below is to take over, as it is typed. */
export interface ShareLine {
  readonly key: string;
  readonly unitId: string | null;
  readonly part: string;
  readonly dueOn: string;
  /** By deliverable. */
  readonly figures: Readonly<Record<string, string>>;
}

type Figure = Pick<DeliverableJson, 'id' | 'name' | 'unit' | 'decimals' | 'target' | 'mode' | 'comparator'>;

/** The figures of a duty that can be handed down. */
export const figuresOfDuty = (
  { deliverables }: Pick<TaskJson, 'deliverables'>,
  { id, role }: Pick<DutyJson, 'id' | 'role'>,
) => deliverables.filter(({ dutyId }) => dutyId === id || (dutyId === null && role === 'lead'));

/** How the shares of a figure add up to it. */
export interface ShareSum {
  readonly figure: Figure;
  readonly shared: number;
  /** Below 0: more is handed down than is owed. */
  readonly left: number;
  /** Of a level, such as a rate, each share is a figure of its own and nothing adds up. */
  readonly adds: boolean;
  readonly short: boolean;
}

export function sumsOf(figures: readonly Figure[], lines: readonly ShareLine[]): readonly ShareSum[] {
  return figures.map((figure) => {
    const shared = lines.reduce((sum, line) => sum + (figureIn(line, figure) ?? 0), 0);
    const adds = figure.mode !== 'level' && figure.comparator === '>=';
    const left = figure.target - shared;
    return { figure, shared, left, adds, short: adds && left > 0 };
  });
}

/** Null for what is blank or no figure. */
function figureIn(line: ShareLine, { id, unit, decimals }: Figure): number | null {
  const read = readFigure(line.figures[id] ?? '', { unit, decimals });
  return read.kind === 'figure' && read.value >= 0 ? read.value : null;
}

/** What is wrong, by the number of the line; empty when it can be sent. */
export function faultsOfShares(
  figures: readonly Figure[],
  lines: readonly ShareLine[],
  shortReason: string,
  latest: string | null,
): readonly string[] {
  const faults = lines.flatMap((line, at) => [
    ...(line.unitId === null ? [`第 ${at + 1} 个单位没有选。`] : []),
    ...(line.unitId !== null && lines.findIndex(({ unitId }) => unitId === line.unitId) < at
      ? [`第 ${at + 1} 个单位前面已经有了。`]
      : []),
    ...(latest !== null && line.dueOn > latest ? [`第 ${at + 1} 个单位的时限晚于 ${latest}。`] : []),
    ...figures.flatMap((figure) =>
      (line.figures[figure.id] ?? '').trim() !== '' && figureIn(line, figure) === null
        ? [`第 ${at + 1} 个单位的${figure.name}不是数。`]
        : [],
    ),
  ]);
  const short = sumsOf(figures, lines).filter((sum) => sum.short);
  return [
    ...(lines.length === 0 ? ['请加上下级单位。'] : []),
    ...faults,
    ...(short.length > 0 && shortReason.trim() === ''
      ? [`${short.map(({ figure }) => figure.name).join('、')}没有分够，请写明差的由谁补。`]
      : []),
  ];
}

/** Shares what is left evenly, the remainder to the first ones, so that the sum is exact. */
export function evenly(figure: Figure, lines: readonly ShareLine[]): readonly number[] {
  const each = Math.floor(figure.target / Math.max(1, lines.length));
  const over = figure.target - each * lines.length;
  return lines.map((_, at) => each + (at < over ? 1 : 0));
}

export function sharesOf(figures: readonly Figure[], lines: readonly ShareLine[]): SubdivideJson['shares'] {
  return lines.map((line) => ({
    unitId: line.unitId ?? '',
    part: line.part.trim() === '' ? null : line.part.trim(),
    dueOn: line.dueOn === '' ? null : line.dueOn,
    figures: figures.flatMap((figure) => {
      const target = figureIn(line, figure);
      return target === null ? [] : [{ deliverableId: figure.id, target }];
    }),
  }));
}
