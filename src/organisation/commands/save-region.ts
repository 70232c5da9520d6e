import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { codeAbove, type Region, startOf } from '../domain/index.ts';
import { changeOrganisation } from './change.ts';
import type { OrganisationDeps } from './deps.ts';
import { expectVersion, regionVersion } from './version.ts';

/**
 * Adds a region, or writes the course of one anew: a change of boundaries ends a term and begins another. Refuses terms
 * that overlap or leave gaps, places that are not there at the time, circles, and a new code that is taken.
 */
export async function saveRegion(
  actor: Actor,
  given: Region & { readonly version?: string | undefined },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'organisation.write');
  const { version, ...region } = given;
  const after: Region = {
    ...region,
    terms: region.terms
      .map((term) => ({ ...term, name: term.name.trim(), parent: term.parent ?? above(region) }))
      .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
  };
  await changeOrganisation(
    actor,
    { regions: [region.code] },
    (now) => {
      const before = now.region.get(region.code) ?? null;
      if (before !== null) {
        if (version === undefined)
          throw new RefusalError({ code: 'region-code-taken', field: 'code', given: region.code });
        expectVersion(version, regionVersion(before));
      }
      return { action: 'organisation.save-region', changes: [{ kind: 'region', key: region.code, before, after }] };
    },
    deps,
  );
}

const above = ({ code, level }: Region): string | null => (level === 'province' ? null : codeAbove(code));
