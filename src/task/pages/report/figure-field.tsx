import { Input } from 'antd';
import { figureText, readFigure } from '../../../../platform/web/grid/figure-text.ts';
import type { DeliverableJson } from '../../contract.ts';

interface Props {
  readonly id: string;
  readonly deliverable: DeliverableJson;
  readonly value: string;
  readonly fault: string | undefined;
  onChange(typed: string): void;
}

/** A figure to date, with the last one and the target beside it. */
export function FigureField({ id, deliverable, value, fault, onChange }: Props) {
  const { name, unit, decimals, target, expected, history, comparator } = deliverable;
  const text = (figure: number): string => `${figureText(figure, decimals)} ${unit}`;
  const last = history.at(-1);
  const read = readFigure(value, { unit, decimals });
  const less = read.kind === 'figure' && last !== undefined && comparator === '>=' && read.value < last.value;
  return (
    <div className="report-field report-figure">
      <label htmlFor={id}>
        {name}
        <small>到今天一共</small>
      </label>
      <span className="report-beside">
        <Input
          id={id}
          size="large"
          inputMode={decimals === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          maxLength={40}
          value={value}
          suffix={unit}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-note`}
          onChange={({ target: input }) => onChange(input.value)}
        />
        <span className="report-last">
          {last === undefined ? '还没有报过' : `上次 ${text(last.value)}`}
          {last !== undefined && <small>{last.on}</small>}
        </span>
      </span>
      <span id={`${id}-note`} className={fault === undefined ? 'report-note' : 'report-fault'}>
        {fault ??
          `${less ? '比上次少，请核对。' : ''}目标 ${text(target)}${expected === null ? '' : `，按进度应到 ${text(expected)}`}。`}
      </span>
    </div>
  );
}
