import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { Figure } from '../../domain/report/proposal.ts';
import type { TypedFigure, TypedFigures } from './changes.ts';

interface Props {
  readonly figures: readonly Figure[];
  readonly typed: TypedFigures;
  readonly faults: Readonly<Record<string, string>>;
  onType(id: string, typed: TypedFigure): void;
}

/** Every figure of the policy with what it is now, and room for what it might be and from when. */
export function FiguresTable({ figures, typed, faults, onType }: Props) {
  return (
    <ScrollRegion className="policy-table try-figures" aria-label="可以试改的数">
      <table>
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col" className="policy-figure">
              现在
            </th>
            <th scope="col">改成</th>
            <th scope="col">从哪天起（不填：一直如此）</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow
              key={figure.id}
              figure={figure}
              typed={typed[figure.id] ?? none}
              fault={faults[figure.id]}
              onType={(next) => onType(figure.id, next)}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const none: TypedFigure = { value: '', from: '' };

interface RowProps {
  readonly figure: Figure;
  readonly typed: TypedFigure;
  readonly fault: string | undefined;
  onType(typed: TypedFigure): void;
}

function FigureRow({ figure: { id, name, reason, value, plain, later }, typed, fault, onType }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {name}
        {reason !== null && <small>{reason}</small>}
        {later.map(({ from, value: next }) => (
          <small key={from}>
            {from} 起 {next}
          </small>
        ))}
      </th>
      <td className="policy-figure">{value ?? '还没有'}</td>
      <td>
        <span className="try-value">
          <input
            aria-label={`${name}改成`}
            aria-invalid={fault !== undefined}
            {...(fault !== undefined && { 'aria-describedby': `wrong-${id}` })}
            inputMode={plain === null ? 'text' : 'decimal'}
            autoComplete="off"
            placeholder={plain?.digits ?? value ?? ''}
            value={typed.value}
            onChange={({ target }) => onType({ ...typed, value: target.value })}
          />
          {plain?.unit}
        </span>
        {fault !== undefined && (
          <span className="try-wrong" id={`wrong-${id}`} role="alert">
            {fault}
          </span>
        )}
      </td>
      <td>
        <input
          type="date"
          aria-label={`${name}从哪天起`}
          max="2200-12-31"
          value={typed.from}
          onChange={({ target }) => onType({ ...typed, from: target.value })}
        />
      </td>
    </tr>
  );
}
