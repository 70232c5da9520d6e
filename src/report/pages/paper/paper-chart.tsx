import { numbered } from '../../../../platform/web/layout/numbered.ts';
import type { FigureJson } from '../../contract.ts';
import type { Block } from '../../domain/index.ts';
import { PaperLines } from './paper-lines.tsx';
import { FigureButton } from './paper-text.tsx';

interface Props {
  readonly block: Extract<Block, { readonly kind: 'chart' }>;
  readonly caption: string;
  readonly figures: ReadonlyMap<string, FigureJson>;
  onFigure(id: string): void;
}

/** A chart as the paper prints it. */
export function PaperChart({ block, ...rest }: Props) {
  return block.type === 'line' ? <PaperLines block={block} {...rest} /> : <PaperBars block={block} {...rest} />;
}

interface BarsProps extends Omit<Props, 'block'> {
  readonly block: Extract<Props['block'], { readonly type: 'bar' }>;
}

/** A bar for each, its figure behind it; a gap where there is none. */
function PaperBars({ block, caption, figures, onFigure }: BarsProps) {
  const bars = block.bars.map((bar) => {
    const figure = bar.figure === null ? undefined : figures.get(bar.figure);
    return { ...bar, figure, value: figure === undefined ? null : figure.value / 10 ** figure.decimals };
  });
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  return (
    <figure className="paper-chart">
      <ul>
        {numbered(bars).map(({ at, value: { label, figure, value, light } }) => (
          <li key={at}>
            <span className="paper-bar-name">{label}</span>
            <span className="paper-bar-track" aria-hidden="true">
              {value !== null && most > 0 && (
                <span
                  className={`paper-bar${light === undefined ? '' : ` paper-bar-${light}`}`}
                  style={{ width: `${Math.max(0.5, (Math.max(0, value) / most) * 100)}%` }}
                />
              )}
            </span>
            <span className="paper-bar-value">
              {figure === undefined ? '—' : <FigureButton text={figure.text} figure={figure} onOpen={onFigure} />}
            </span>
          </li>
        ))}
      </ul>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
