import type { ItemKind } from './model.ts';

const letters: Readonly<Record<ItemKind, string>> = { indicator: 'I', task: 'T', clause: 'C', table: 'B' };

/** The id of the `number`-th item of a plan: `I12` for an indicator, T task, C clause, B table (表). */
export const itemId = (kind: ItemKind, number: number): string => `${letters[kind]}${number}`;
