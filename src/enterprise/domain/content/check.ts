import { type Day, isDayText, type ReadCode, type Refusal, readCreditCode } from '../../../kernel/index.ts';
import type { EnterpriseContent } from '../model/index.ts';

/** What a new entry has where nobody says anything. */
export const emptyContent: EnterpriseContent = {
  ...{ code: null, codeReason: null, name: '', shortName: '', otherNames: [], legalRepresentative: '', address: '' },
  ...{ regionId: '', parkId: null, industry: null, scale: null, foundedOn: null, capitalFen: null, scope: '' },
  ...{ products: [], state: 'open', unitId: null, chainId: null },
};

/** Texts as they are stored: no blanks at the ends, no signs that cannot be seen, nothing twice. */
export function cleaned(content: EnterpriseContent): EnterpriseContent {
  const name = plain(content.name);
  return {
    ...content,
    ...{ name, shortName: plain(content.shortName), legalRepresentative: plain(content.legalRepresentative) },
    ...{ address: plain(content.address), scope: content.scope.trim() },
    otherNames: distinct(content.otherNames).filter((other) => other !== name),
    products: distinct(content.products),
    codeReason: content.codeReason === null ? null : plain(content.codeReason),
  };
}

const unseen = /[\p{Cc}\p{Cf}]/gu;
const plain = (text: string): string => text.replace(unseen, '').replace(/\s+/gu, ' ').trim();
const distinct = (texts: readonly string[]): string[] => [...new Set(texts.map(plain))].filter((text) => text !== '');

/** What came of a code: the content with it cleaned, or what speaks against it. */
export interface CodeTaken {
  readonly code: string | null;
  readonly codeReason: string | null;
  readonly refusals: readonly Refusal[];
}

/**
 * Takes a code: one that keeps all rules as it is; one that is doubtful only with a reason, which is kept with it; one that
 * cannot be a code not at all. Without doubt there is no reason to keep.
 */
export function takeCode(
  { code, codeReason }: Pick<EnterpriseContent, 'code' | 'codeReason'>,
  isRegion?: (code: string) => boolean,
): CodeTaken {
  if (code === null || code.trim() === '') return { code: null, codeReason: null, refusals: [] };
  const read = readCreditCode(code, isRegion);
  if (read.verdict === 'accept') return { code: read.code, codeReason: null, refusals: [] };
  const reason = codeReason?.trim() ?? '';
  if (read.verdict === 'warn' && reason !== '') return { code: read.code, codeReason: reason, refusals: [] };
  return { code: read.code, codeReason: null, refusals: faultsOf(read) };
}

const faultsOf = ({ code, faults, verdict }: ReadCode): Refusal[] => [
  ...faults.map(({ code: fault, ...rest }): Refusal => ({ code: fault, field: 'code', ...rest })),
  ...(verdict === 'warn' ? [{ code: 'enterprise-code-reason', field: 'codeReason', given: code }] : []),
];

/** Everything that is wrong with a content beside its code and what it refers to. */
export function contentFaults(content: EnterpriseContent, today: Day): Refusal[] {
  const { name, foundedOn } = content;
  return [
    ...(name === '' ? [{ code: 'enterprise-name-missing', field: 'name' }] : []),
    ...(foundedOn !== null && !isDayText(foundedOn)
      ? [{ code: 'day-unknown', field: 'foundedOn', given: foundedOn, limit: 'YYYY-MM-DD' }]
      : []),
    ...(foundedOn !== null && foundedOn > today
      ? [{ code: 'enterprise-day-future', field: 'foundedOn', given: foundedOn, limit: today }]
      : []),
  ];
}
