import { InputNumber } from 'antd';
import { percentShown, rateTyped } from './percent.ts';

interface Props {
  readonly most: number | undefined;
  readonly id?: string;
  readonly value?: number | null;
  onChange?(value: number | null): void;
  readonly 'aria-invalid'?: boolean;
}

/** A rate: holds 0.085, is typed and shown as 8.5 %. */
export function PercentInput({ most, value, onChange, ...given }: Props) {
  return (
    <InputNumber<number>
      {...given}
      className="jw-figure"
      controls={false}
      suffix="%"
      value={typeof value === 'number' ? percentShown(value) : null}
      onChange={(percent) => onChange?.(typeof percent === 'number' ? rateTyped(percent) : null)}
      {...(most !== undefined && { max: percentShown(most) })}
    />
  );
}
