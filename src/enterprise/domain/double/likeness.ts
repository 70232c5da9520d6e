import { compareAddresses, type ReadAddress, readAddress } from './address.ts';
import { type BodyFinding, compareBodies } from './bodies.ts';
import { compareCodes, type ReadLikenessCode, readCode } from './codes.ts';
import type { Finding, Likened, Likeness, LikenessPart, LikenessReason } from './model.ts';
import { type LegalForm, type ReadName, readName } from './name.ts';
import type { Places } from './places.ts';
import { confusable, unified } from './signs.ts';

/** From this score on a person is asked. */
export const likelyScore = 600;

/** An enterprise read once, for being compared with many. */
export interface Prepared {
  readonly code: ReadLikenessCode;
  readonly name: ReadName;
  readonly others: readonly ReadName[];
  readonly address: ReadAddress;
  readonly person: string;
  readonly phones: readonly string[];
}

export function prepared(source: Likened, places: Places): Prepared {
  const name = readName(source.name, places);
  const others = [...source.otherNames, ...name.former].filter((each) => each.trim() !== '');
  return {
    ...{ code: readCode(source.code), name, others: others.map((each) => readName(each, places)) },
    address: readAddress(source.address, places),
    person: unified(source.legalRepresentative).replace(/[\s·.,()]|先生$|女士$|^(?:无|暂无|不详|未知|-+)$/gu, ''),
    phones: phonesOf(source.phone),
  };
}

/** Numbers without country and area; an extension is none of it. */
function phonesOf(text: string): string[] {
  const numbers = text.normalize('NFKC').split(/[、,;/|]|\s{2,}|(?<=\d{7})\s+(?=\d{7})/u);
  return numbers.flatMap((each) => {
    const digits = each
      .replace(/(?:转|ext|-(?=\d{1,4}$)(?<=\d{7}-)).*$/iu, '')
      .replace(/\D/gu, '')
      .replace(/^(?:0086|86)(?=1\d{10}$|0\d{9})/u, '');
    if (/^1\d{10}$/u.test(digits)) return [digits];
    const local = /^0(?:10|2\d|[3-9]\d{2})(\d{7,8})$/u.exec(digits)?.[1] ?? digits;
    return local.length >= 7 && !/^(.)\1+$/u.test(local) ? [local] : [];
  });
}

/** Tenths of what each finding adds; about three tenths to the doubling of the odds. */
const bodyWeights: Readonly<Record<BodyFinding, number>> = {
  ...{ same: 120, typo: 60, edit: 45, short: 10, wider: -10, trade: -60, numbered: -140, other: -80 },
};
const enough = 85;

/**
 * How alike two enterprises are. The same code makes them one; two codes that both keep the rules make them two. Without that
 * the name decides, and what else is known speaks for or against: another number, another branch, another trade under the same
 * own name, another place in the name are other enterprises, however much else they share.
 */
export function likenessOf(a: Prepared, b: Prepared, places: Places): Likeness {
  const reasons: LikenessReason[] = [];
  const add = (part: LikenessPart, finding: Finding, weight: number) => reasons.push({ part, finding, weight });
  const codes = compareCodes(a.code, b.code);
  const best = bestNames(a, b, places);
  const samePerson = personOf(a.person, b.person);
  const address = compareAddresses(a.address, b.address);
  const samePhone = a.phones.some((each) => b.phones.includes(each));
  const isWhole = best.body === 'same' && best.form === 0 && (best.place === 'same' || best.place === 'none');
  // The same name in full, person and address: a code that was typed wrongly and happens to keep the rules.
  const isMistyped = codes === 'other-near' && isWhole && samePerson === 'same' && (address === 'same' || samePhone);
  if (codes === 'same') add('code', 'same', 260);
  else if (codes === 'same-broken') add('code', 'same', 120);
  else if (codes === 'near') add('code', 'near', 80);
  else if (codes === 'broken') add('code', 'broken', -10);
  else if (codes !== 'missing') add('code', 'other', isMistyped ? -90 : -200);
  add(
    'name',
    best.former && best.body === 'same' ? 'former' : best.body,
    best.body === 'numbered' && codes === 'same' ? -20 : bodyWeights[best.body] - (best.former ? 10 : 0),
  );
  if (best.short && best.body === 'same') add('name', 'short', -30);
  if (best.place !== 'same') add('place', best.place === 'none' ? 'missing' : best.place, best.placeWeight);
  if (best.form < 0) add('form', 'other', best.form);
  if (address !== 'missing')
    add('address', address, { same: 40, near: 22, other: -20, far: best.place === 'same' ? -40 : -70 }[address]);
  if (samePerson !== 'missing') add('legalRepresentative', samePerson, { same: 40, typo: 30, other: -20 }[samePerson]);
  if (a.phones.length > 0 && b.phones.length > 0) add('phone', samePhone ? 'same' : 'other', samePhone ? 40 : -5);
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  const score = Math.max(0, Math.min(1000, 600 + 4 * (sum - enough)));
  return { score: codes === 'same' ? Math.max(score, 800) : score, reasons };
}

function personOf(a: string, b: string): 'same' | 'typo' | 'other' | 'missing' {
  if (a === '' || b === '') return 'missing';
  if (a === b) return 'same';
  if (a.length !== b.length || a.length < 2) return 'other';
  const wrong = Array.from(a).filter((sign, at) => sign !== b[at]);
  const swapped = a.length === 3 && a[0] === b[0] && a[1] === b[2] && a[2] === b[1];
  return swapped || (wrong.length === 1 && Array.from(a).every((sign, at) => confusable(sign, b[at] ?? '')))
    ? 'typo'
    : 'other';
}

interface Names {
  readonly body: BodyFinding;
  readonly place: 'same' | 'none' | 'within' | 'missing' | 'other';
  readonly placeWeight: number;
  readonly form: number;
  readonly former: boolean;
  readonly short: boolean;
}

/** Of the names that both have or had, the pair that is most alike. */
function bestNames(a: Prepared, b: Prepared, places: Places): Names {
  const compared = (one: ReadName, two: ReadName, former: boolean) => compareNames([one, two], [a, b], places, former);
  let best = compared(a.name, b.name, false);
  for (const other of b.others) best = better(best, compared(a.name, other, true));
  for (const other of a.others) best = better(best, compared(other, b.name, true));
  return best;
}
const worth = ({ body, placeWeight, form, former }: Names): number =>
  bodyWeights[body] + placeWeight + form - (former ? 10 : 0);
const better = (one: Names, two: Names): Names => (worth(two) > worth(one) ? two : one);

function compareNames(
  [one, two]: readonly [ReadName, ReadName],
  [a, b]: readonly [Prepared, Prepared],
  places: Places,
  former: boolean,
): Names {
  const body = one.branch === two.branch ? compareBodies(one, two) : 'numbered';
  const place = comparePlaces(one.places, two.places, a, b, places);
  const placeWeight = { same: 0, none: -10, within: -20, missing: -30, other: -130 }[place];
  return { body, place, placeWeight, form: compareForms(one, two), former, short: one.body.length <= 2 };
}

function comparePlaces(
  one: readonly string[],
  two: readonly string[],
  a: Prepared,
  b: Prepared,
  places: Places,
): Names['place'] {
  if (one.length === 0 && two.length === 0) return 'none';
  if (one.length === 0 || two.length === 0) return 'missing';
  const [leaf = '', other = ''] = [one.at(-1), two.at(-1)];
  if (leaf === other) return 'same';
  if (one.includes(other) || two.includes(leaf)) return 'within';
  if (places.lies(leaf, other) || places.lies(other, leaf)) return 'within';
  // Its own address says that it lies in the place that the other name bears.
  const lies = ({ address }: Prepared, place: string): boolean => address.city === place || address.county === place;
  return lies(a, leaf) && lies(a, other) && (b.address.city === '' || lies(b, leaf) || lies(b, other))
    ? 'within'
    : 'other';
}

function compareForms({ form: a, group: inA }: ReadName, { form: b, group: inB }: ReadName): number {
  if (a === '' || b === '') return 0;
  // A group and its chief member often differ by nothing else.
  if (inA !== inB) return -30;
  if (a === b) return 0;
  const companies: readonly LegalForm[] = ['shares', 'limited', 'company'];
  if (a === 'company' || b === 'company') return companies.includes(a) && companies.includes(b) ? 0 : -30;
  return companies.includes(a) && companies.includes(b) ? -15 : -30;
}
