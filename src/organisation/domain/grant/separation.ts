import {
  type AdministratorKind,
  administratorKindOf,
  administratorKinds,
  type Permission,
} from '../../../access/domain/index.ts';
import type { Refusal } from '../../../kernel/index.ts';
import { type Day, endOf, hasEnded, holdsAt, type Life } from '../life.ts';

/** A granted role that a person can act with: through a post of his own, or of somebody he deputises for. */
export interface Holding extends Life {
  readonly postId: string;
  readonly personId: string;
  readonly personName: string;
  readonly roleName: string;
  readonly permissions: readonly Permission[];
  /** True when it is a delegation that gives it. */
  readonly deputy: boolean;
}

/**
 * Refuses (`roles-incompatible`) when one person could act as two of the three administrators, or as an administrator
 * and with business data, now or later. `today` leaves out what is over.
 */
export function checkSeparation(holdings: readonly Holding[], today: Day): Refusal[] {
  const people = Map.groupBy(
    holdings.filter((holding) => !hasEnded(holding, today)),
    ({ personId }) => personId,
  );
  return [...people.values()].flatMap((held) => {
    const kinds = new Map(held.map((one) => [administratorKindOf(one.permissions), one.roleName]));
    if (kinds.size < 2) return [];
    const given = [...new Set(kinds.values())].join('、');
    return [{ code: 'roles-incompatible', field: 'roleId', given, limit: held[0]!.personName }];
  });
}

/**
 * Refuses (`last-administrator`) a change after which one of the three administrators is missing that was there before:
 * today, or for good (a post that ends some day does not keep the platform).
 */
export function checkAdministrators(before: readonly Holding[], after: readonly Holding[], today: Day): Refusal[] {
  const now = (holding: Holding): boolean => holdsAt(holding, today);
  const lasting = (holding: Holding): boolean =>
    now(holding) && endOf(holding) === endOf({ validFrom: null, validTo: null });
  return administratorKinds
    .filter((kind) => [now, lasting].some((counts) => has(before, kind, counts) && !has(after, kind, counts)))
    .map((kind) => ({ code: 'last-administrator', given: kind }));
}

const has = (holdings: readonly Holding[], kind: AdministratorKind, counts: (holding: Holding) => boolean): boolean =>
  holdings.some((one) => !one.deputy && administratorKindOf(one.permissions) === kind && counts(one));
