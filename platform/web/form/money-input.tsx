import { Input } from 'antd';
import { useState } from 'react';
import { useMoneyChoice } from '../money/choice.ts';
import { exactMoney, type MoneyUnit, moneyTyped, moneyUnitWord } from '../money/money.ts';

interface Props {
  /** The unit of a figure that is typed without one; left out, the one that the person chose, or 万元. */
  readonly unit: MoneyUnit | undefined;
  readonly id?: string;
  /** Fen; a text while what is typed is no sum yet, so that the form can say so. */
  readonly value?: number | string | null;
  onChange?(value: number | string | null): void;
  readonly 'aria-invalid'?: boolean;
}

/** A sum: holds fen, is typed as `1,234.5`, `300万` or `3.2亿`. */
export function MoneyInput({ unit, value, onChange, ...given }: Props) {
  const choice = useMoneyChoice();
  const usual = unit ?? (choice === 'auto' ? 'wan' : choice);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (typeof value === 'number' ? exactMoney(value, usual) : (value ?? ''));
  return (
    <Input
      {...given}
      className="jw-figure"
      inputMode="decimal"
      suffix={moneyUnitWord[usual]}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        const text = target.value.trim();
        onChange?.(text === '' ? null : (moneyTyped(text, usual) ?? text));
      }}
      onBlur={() => {
        if (typeof value !== 'string') setTyped(null);
      }}
    />
  );
}
