import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import type { FigureJson } from '../../contract.ts';
import type { LineChartBlock } from '../../domain/index.ts';
import { FigureButton } from './paper-text.tsx';

interface Props {
  readonly block: LineChartBlock;
  readonly caption: string;
  readonly figures: ReadonlyMap<string, FigureJson>;
  onFigure(id: string): void;
}

/** Plan against done over the dispatches of the year, with the figures themselves below, each of which leads to its dispatch. */
export function PaperLines({ block, caption, figures, onFigure }: Props) {
  const figureOf = (id: string | null): FigureJson | undefined => (id === null ? undefined : figures.get(id));
  const numberOf = (id: string | null): number | null => {
    const figure = figureOf(id);
    return figure === undefined ? null : figure.value / 10 ** figure.decimals;
  };
  const written = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
  return (
    <figure className="paper-chart paper-lines">
      <LineChart
        summary={`${block.caption}，${block.lines.map(({ name }) => name).join('和')}，单位${block.unit}。`}
        along="调度"
        points={block.along}
        lines={block.lines.map(({ name, planned, figures: points }) => ({
          ...{ name, values: points.map(numberOf), kind: planned === true ? 'earlier' : 'main' },
        }))}
        text={(value) => `${written(value)}${block.unit}`}
        short={written}
        words={(value) => `${written(value)}${block.unit}`}
      />
      <div className="paper-lines-figures">
        <table>
          <thead>
            <tr>
              <th scope="col">单位：{block.unit}</th>
              {block.along.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.lines.map(({ name, figures: points }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {numbered(points).map(({ at, value: id }) => {
                  const figure = figureOf(id);
                  return (
                    <td key={at}>
                      {figure === undefined ? (
                        '—'
                      ) : (
                        <FigureButton text={figure.text} figure={figure} onOpen={onFigure} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
