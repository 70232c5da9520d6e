import type { Refusal } from '../../../kernel/index.ts';
import { endOf, isDay, type Life, startOf } from '../life.ts';
import type { Chain, Person, Post, Region, Unit } from '../model.ts';
import { isBankAccount, isCreditCode, isEmail, isIdNumber, isPhone } from '../person/numbers.ts';

/** What a single record must be like, whatever the others are. Each fault names its field. */

/** Ids that people make up themselves stand in addresses and audit entries. */
export const isRecordId = (id: string): boolean => /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/.test(id);
export const isRegionCode = (code: string): boolean => /^(?:\d{6}|\d{9}|\d{6}-[A-Z]\d{2})$/.test(code);

const blank = (field: string, value: string): Refusal[] =>
  value.trim() === '' ? [{ code: 'field-empty', field }] : [];

function wrongLife(life: Life): Refusal[] {
  const days = (['validFrom', 'validTo'] as const).flatMap((field): Refusal[] => {
    const day = life[field];
    return day === null || isDay(day) ? [] : [{ code: 'day-unknown', field, given: day }];
  });
  if (days.length > 0) return days;
  return startOf(life) < endOf(life)
    ? []
    : [{ code: 'life-reversed', field: 'validTo', given: life.validTo, limit: life.validFrom }];
}

function wrongId(id: string): Refusal[] {
  return isRecordId(id) ? [] : [{ code: 'id-form-wrong', field: 'id', given: id }];
}

const fits = (code: string, field: string, value: string | null, good: (text: string) => boolean): Refusal[] =>
  value === null || good(value) ? [] : [{ code, field, given: value }];

/** A region's code and levels; its terms are judged with the others, by `faultsOf`. */
export function checkRegion(region: Region): Refusal[] {
  const { code, local, level, terms } = region;
  if (!isRegionCode(code)) return [{ code: 'region-code-wrong', field: 'code', given: code }];
  return [
    ...(local === code.includes('-') ? [] : [{ code: 'region-code-local', field: 'local', given: code }]),
    ...terms.flatMap(({ name, parent, ...life }) => [
      ...blank('name', name),
      ...wrongLife(life),
      ...(parent === null && level !== 'province' ? [{ code: 'superior-missing', field: 'parent', given: code }] : []),
    ]),
  ];
}

export const checkUnit = (unit: Unit): Refusal[] => [
  ...wrongId(unit.id),
  ...blank('name', unit.name),
  ...wrongLife(unit),
  ...fits('credit-code-wrong', 'creditCode', unit.creditCode, isCreditCode),
  ...fits('bank-account-wrong', 'bankAccount', unit.bankAccount, isBankAccount),
];

export const checkChain = (chain: Chain): Refusal[] => [
  ...wrongId(chain.id),
  ...blank('name', chain.name),
  ...wrongLife(chain),
];

/** An identity document of 18 characters must fit its check character; others (passports) are taken as they are. */
export const checkPerson = (person: Person): Refusal[] => [
  ...wrongId(person.id),
  ...blank('name', person.name),
  ...wrongLife({ validFrom: null, validTo: person.validTo }),
  ...fits('phone-wrong', 'phone', person.phone, isPhone),
  ...fits('id-number-wrong', 'idNumber', person.idNumber, (text) =>
    text.length === 18 ? isIdNumber(text) : /^[0-9A-Z]{5,20}$/i.test(text),
  ),
  ...fits('email-wrong', 'email', person.email, isEmail),
];

/** A post may not begin before or end after its unit, nor go on after its person has left. */
export function checkPost(post: Post, unit: Unit, person: Person): Refusal[] {
  const own = [...wrongId(post.id), ...blank('title', post.title), ...wrongLife(post)];
  if (own.length > 0) return own;
  const refusals: Refusal[] = [];
  if (unit.validFrom !== null && startOf(post) < unit.validFrom && post.validFrom !== null)
    refusals.push({ code: 'post-before-unit', field: 'validFrom', given: post.validFrom, limit: unit.validFrom });
  if (endOf(unit) < endOf(post))
    refusals.push({ code: 'post-after-unit', field: 'validTo', given: post.validTo, limit: unit.validTo });
  if (person.validTo !== null && person.validTo < endOf(post))
    refusals.push({ code: 'post-after-person', field: 'validTo', given: post.validTo, limit: person.validTo });
  return refusals;
}
