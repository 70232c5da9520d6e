import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Chain, isMasked, masked, type SensitiveField, type Unit } from '../domain/index.ts';
import { changeOrganisation } from './change.ts';
import type { OrganisationDeps } from './deps.ts';
import { chainVersion, expectVersion, unitVersion } from './version.ts';

export type UnitFields = Omit<Unit, 'id'>;
export type ChainFields = Omit<Chain, 'id'>;

/** Adds a unit and gives its id. Refuses whatever `checkChanges` finds. */
export async function addUnit(actor: Actor, fields: UnitFields, deps: OrganisationDeps): Promise<string> {
  permit(actor, 'organisation.write');
  const id = deps.newId();
  const after = tidy({ id, ...fields });
  await changeOrganisation(
    actor,
    unitSeeds(after),
    () => ({
      action: 'organisation.save-unit',
      changes: [{ kind: 'unit', key: id, before: null, after }],
    }),
    deps,
  );
  return id;
}

/** Changes a unit. Refuses an unknown one and one that somebody changed since it was read (`record-changed`). */
export async function saveUnit(
  actor: Actor,
  given: UnitFields & { id: string; version: string },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'organisation.write');
  const { version, ...fields } = given;
  await changeOrganisation(
    actor,
    unitSeeds(fields),
    ({ unit }) => {
      const before = unit.get(given.id);
      if (before === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'id', given: given.id });
      expectVersion(version, unitVersion(before));
      const after = tidy({
        ...fields,
        bankAccount: sensitiveValue('bankAccount', fields.bankAccount, before.bankAccount),
      });
      return { action: 'organisation.save-unit', changes: [{ kind: 'unit', key: given.id, before, after }] };
    },
    deps,
  );
}

const unitSeeds = ({ id, parent, successor, name, creditCode }: Unit) => ({
  units: [id, ...(parent === null ? [] : [parent]), ...(successor === null ? [] : [successor])],
  unitNames: [name],
  creditCodes: creditCode === null ? [] : [creditCode],
});

const tidy = (unit: Unit): Unit => ({
  ...unit,
  name: unit.name.trim(),
  creditCode: orNull(unit.creditCode)?.toUpperCase() ?? null,
  bankAccount: orNull(unit.bankAccount)?.replaceAll(/\s/g, '') ?? null,
});

/** A text that says nothing is none. */
export const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim();

/** A sensitive value that comes back as it was shown stays; refuses (`masked-value-strange`) another with stars. */
export function sensitiveValue(field: SensitiveField, given: string | null, before: string | null): string | null {
  if (given === null || !isMasked(given)) return given;
  if (given !== masked(field, before)) throw new RefusalError({ code: 'masked-value-strange', field, given });
  return before;
}

/** Adds a chain and gives its id. */
export async function addChain(actor: Actor, fields: ChainFields, deps: OrganisationDeps): Promise<string> {
  permit(actor, 'organisation.write');
  const id = deps.newId();
  await changeOrganisation(
    actor,
    chainSeeds({ id, ...fields }),
    () => ({
      action: 'organisation.save-chain',
      changes: [{ kind: 'chain', key: id, before: null, after: { id, ...fields, name: fields.name.trim() } }],
    }),
    deps,
  );
  return id;
}

/** Changes a chain. Refuses as `saveUnit` does. */
export async function saveChain(
  actor: Actor,
  given: ChainFields & { id: string; version: string },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'organisation.write');
  const { version, ...after } = given;
  await changeOrganisation(
    actor,
    chainSeeds(after),
    ({ chain }) => {
      const before = chain.get(given.id);
      if (before === undefined) throw new RefusalError({ code: 'chain-unknown', field: 'id', given: given.id });
      expectVersion(version, chainVersion(before));
      return { action: 'organisation.save-chain', changes: [{ kind: 'chain', key: given.id, before, after }] };
    },
    deps,
  );
}

const chainSeeds = ({ id, parent, name }: Chain) => ({
  chains: [id, ...(parent === null ? [] : [parent])],
  chainNames: [name],
});
