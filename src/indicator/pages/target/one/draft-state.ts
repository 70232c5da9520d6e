import type { DraftPartJson, PartJson, ProposalJson, TargetJson } from '../../../contract.ts';
import { figureText } from '../../../domain/figure-text.ts';
import { convert } from '../../../domain/loading/units.ts';

/** What stands in the inputs, by the key of the part. */
export interface Typed {
  readonly text: string;
  readonly fixed: boolean;
}
export type DraftState = Readonly<Record<string, Typed>>;

/** A figure as it is typed, without commas. */
export const plainText = (value: number | null, decimals: number): string =>
  value === null ? '' : figureText(BigInt(value), decimals).replaceAll(',', '').replace('−', '-');

/** What is typed as a figure is kept; null: nothing. `wrong`: no number, or with more decimals than are kept. */
export function figureOf(text: string, decimals: number): number | null | 'wrong' {
  const plain = text.replaceAll(/[,，\s]/gu, '');
  if (plain === '') return null;
  if (!/^-?\d{1,15}(?:\.\d+)?$/u.test(plain)) return 'wrong';
  const found = convert(Number(plain), '', { unit: '', decimals });
  return found.ok ? Number(found.value) : 'wrong';
}

/** Parts that can still be prepared: right below the target and not handed down. */
export const openParts = ({ parts }: TargetJson): PartJson[] =>
  parts.filter(({ depth, state }) => depth === 1 && state !== 'issued');

export const startOf = (target: TargetJson): DraftState =>
  Object.fromEntries(
    openParts(target).map(({ key, value, fixed }) => [key, { text: plainText(value, target.decimals), fixed }]),
  );

const none: Typed = { text: '', fixed: false };
export const typedOf = (state: DraftState, key: string): Typed => state[key] ?? none;

/** The draft as the server takes it; null while something typed is no figure. */
export function draftOf(
  target: TargetJson,
  state: DraftState,
  added: readonly DraftPartJson[],
): DraftPartJson[] | null {
  const parts: DraftPartJson[] = [];
  for (const { key, regionId, unitId, enterpriseId, name } of openParts(target)) {
    const { text, fixed } = typedOf(state, key);
    const value = figureOf(text, target.decimals);
    if (value === 'wrong') return null;
    parts.push({ regionId, unitId, enterpriseId, enterpriseName: enterpriseId === '' ? '' : name, value, fixed });
  }
  return [...parts, ...added];
}

/** The inputs after a proposal: what was settled by hand stays as it was typed. */
export function proposed(target: TargetJson, state: DraftState, { parts }: ProposalJson): DraftState {
  const byKey = new Map(parts.map((part) => [[part.regionId, part.unitId, part.enterpriseId].join('|'), part]));
  return Object.fromEntries(
    openParts(target).map(({ key }) => {
      const before = typedOf(state, key);
      const part = byKey.get(key);
      return [
        key,
        before.fixed || part === undefined ? before : { text: plainText(part.value, target.decimals), fixed: false },
      ];
    }),
  );
}

/** What is typed and handed down together, and what is left; null where figures do not add up as they stand. */
export function runningSum(target: TargetJson, state: DraftState): { handed: bigint; rest: bigint } | null {
  if (target.converted) return null;
  let handed = 0n;
  for (const { key, depth, state: of, value } of target.parts) {
    if (depth !== 1) continue;
    const figure = of === 'issued' ? value : figureOf(typedOf(state, key).text, target.decimals);
    if (figure === 'wrong') return null;
    handed += BigInt(figure ?? 0);
  }
  return { handed, rest: BigInt(target.value) - handed };
}
