import type { ChangeJson } from '../../contract.ts';
import type { Figure } from '../../domain/report/proposal.ts';

/** What was typed for one figure. */
export interface TypedFigure {
  readonly value: string;
  /** From which day; empty: as if it had always been so. */
  readonly from: string;
}
export type TypedFigures = Readonly<Record<string, TypedFigure>>;

/** Changes that can be sent, and what is wrong at which figure. */
export interface ReadChanges {
  readonly changes: readonly ChangeJson[];
  readonly faults: Readonly<Record<string, string>>;
}

/** Reads what was typed: a figure left empty, or as it is, is no change. */
export function readChanges(figures: readonly Figure[], typed: TypedFigures): ReadChanges {
  const changes: ChangeJson[] = [];
  const faults: Record<string, string> = {};
  for (const figure of figures) {
    const { value = '', from = '' } = typed[figure.id] ?? {};
    if (value.trim() === '') continue;
    const read = figureValue(figure, value);
    if ('fault' in read) faults[figure.id] = read.fault;
    else if (read.value !== figure.value) changes.push({ parameter: figure.id, value: read.value, from: from || null });
  }
  return { changes, faults };
}

type Value = { readonly value: string } | { readonly fault: string };

function figureValue({ plain, bounds }: Figure, typed: string): Value {
  // A figure made of others is written as packs write it; the server knows what it may be.
  if (plain === null) return { value: typed.trim() };
  const text = typed.normalize('NFKC').replace(/[\s,]/gu, '');
  if (!/^\d{1,15}(?:\.\d{1,8})?$/u.test(text))
    return { fault: `请只写数字${plain.unit === '' ? '' : `，单位是${plain.unit}`}，如 ${plain.digits}。` };
  const figure = Number(text);
  const { least, most } = bounds;
  if (figure < least || (most !== null && figure > most))
    return { fault: `要在 ${least} 到 ${most ?? '…'}${plain.unit} 之间。` };
  return { value: `${text}${plain.unit}` };
}

/** A change in words: `补助比例 8% → 7%，自 2026-01-01`. */
export function changeWords({ parameter, value, from }: ChangeJson, figures: readonly Figure[]): string {
  const figure = figures.find(({ id }) => id === parameter);
  return `${figure?.name ?? parameter} ${figure?.value ?? ''} → ${value}${from === null ? '' : `，自 ${from} 起`}`;
}
