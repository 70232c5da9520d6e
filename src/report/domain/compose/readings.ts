import { periodWords } from '../../../task/domain/index.ts';
import type { Block, Piece } from '../document/index.ts';
import type { ReadingFact } from '../facts/index.ts';
import { cell, say, sentences, taken, type Writer } from '../writing/index.ts';

/** Figures of the matrix: what was reached, how it grew, and how far it is to the target. Nothing is said of what is blank. */
export function readings(writer: Writer): Block[] {
  const known = writer.facts.readings;
  if (known.length === 0) return [];
  const text = sentences(...known.map((reading, at) => sentence(writer, reading, at)));
  const charted = known.flatMap((reading, at) => {
    const reached = figureOf(writer, reading, at, 'reached');
    return reached === null ? [] : [{ reading, reached }];
  });
  return [
    { id: 'readings', kind: 'heading', level: 1, text: '主要指标完成情况' },
    ...(text === null ? [] : [{ id: 'readings.text', kind: 'paragraph' as const, text }]),
    {
      ...{ id: 'readings.table', kind: 'table', caption: '主要指标完成情况' },
      columns: [
        { title: '指标', kind: 'text', width: 7 },
        { title: '范围', kind: 'text', width: 5 },
        { title: '单位', kind: 'centred', width: 2 },
        { title: '完成', kind: 'number', width: 3 },
        { title: '同比', kind: 'number', width: 3 },
        { title: '目标', kind: 'number', width: 3 },
        { title: '完成目标', kind: 'number', width: 3 },
        { title: '数据版本', kind: 'centred', width: 3 },
      ],
      rows: known.map((reading, at) => [
        ...[[taken(reading.name)], [taken(placeOf(reading))], [taken(reading.unit)]],
        cell(figureOf(writer, reading, at, 'value')),
        growthCell(writer, reading, at),
        cell(figureOf(writer, reading, at, 'target')),
        cell(figureOf(writer, reading, at, 'reached')),
        reading.vintages.length === 0 ? null : [taken(reading.vintages.join('、'))],
      ]),
      note: '“—”表示没有报数，或者不能比较。',
    },
    ...(charted.length < 2
      ? []
      : [
          {
            ...{ id: 'readings.chart', kind: 'chart' as const, type: 'bar' as const },
            ...{ caption: '主要指标完成年度目标', unit: '%' },
            bars: charted.map(({ reading, reached }) => ({
              label: reading.chainName === null ? reading.name : `${reading.chainName}${reading.name}`,
              figure: reached.figure,
              ...(reading.target?.light != null && { light: reading.target.light }),
            })),
          },
        ]),
  ];
}

const placeOf = ({ regionName, chainName }: ReadingFact): string => `${regionName}${chainName ?? ''}`;

type Part = 'value' | 'growth' | 'target' | 'reached';

function figureOf(writer: Writer, reading: ReadingFact, at: number, part: Part) {
  const id = `reading.${reading.indicatorId}.${reading.chainId ?? ''}.${part}`;
  const about = `${placeOf(reading)}${reading.name}`;
  const own = { unit: reading.unit, decimals: reading.decimals };
  const rate = { unit: '%', decimals: 1 };
  switch (part) {
    case 'value':
      return writer.value({ id, name: about, ...own }, `readings/${at}/value`);
    case 'growth':
      return writer.figure({ id, name: `${about}同比`, ...rate }, { how: 'size', at: `readings/${at}/growthPermille` });
    case 'target':
      return writer.value({ id, name: `${about}目标`, ...own }, `readings/${at}/target/value`);
    case 'reached':
      return writer.value({ id, name: `${about}完成目标`, ...rate }, `readings/${at}/target/reachedPermille`);
  }
}

function sentence(writer: Writer, reading: ReadingFact, at: number): readonly Piece[] | null {
  const value = figureOf(writer, reading, at, 'value');
  if (value === null) return null;
  const period = taken(periodWords(reading.period));
  const grown = growthWords(writer, reading, at);
  const reached = say`，完成年度目标${figureOf(writer, reading, at, 'target')}${taken(reading.unit)}的${figureOf(writer, reading, at, 'reached')}`;
  return say`${period}，${taken(placeOf(reading))}${taken(reading.name)}${value}${taken(reading.unit)}${grown ?? []}${reached ?? []}。`;
}

function growthWords(writer: Writer, reading: ReadingFact, at: number): readonly Piece[] | null {
  const { growthPermille: growth } = reading;
  if (growth === null) return null;
  if (growth === 0) return ['，同比持平'];
  return say`，同比${growth > 0 ? '增长' : '下降'}${figureOf(writer, reading, at, 'growth')}`;
}

/** A falling figure has its sign in the table. */
function growthCell(writer: Writer, reading: ReadingFact, at: number): readonly Piece[] | null {
  const { growthPermille: growth } = reading;
  if (growth === null) return null;
  return say`${growth < 0 ? '-' : ''}${figureOf(writer, reading, at, 'growth')}`;
}
