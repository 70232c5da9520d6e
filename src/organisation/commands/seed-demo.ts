import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import type { PackLibrary } from '../../kernel/index.ts';
import {
  type Change,
  type Organisation,
  type Person,
  type Post,
  type PostGrant,
  settledScope,
  type Unit,
} from '../domain/index.ts';
import { type OrganisationContent, organisationPack } from '../pack.ts';
import { loadOrganisation, loadRoles, lockOrganisation, saveChanges } from '../store.ts';
import { NothingToSave, noteOf, refuseFaults, unlessNothing } from './change.ts';
import { type OrganisationDeps, today } from './deps.ts';
import { seedRegisters } from './seed.ts';

/** Somebody of the demo, for whom a way in can be made. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly {
    readonly postId: string;
    readonly title: string;
    readonly unit: string;
    /** Of the unit. */
    readonly regionId: string;
    readonly roleId: string;
    readonly role: string;
  }[];
}

/**
 * Fills an installation with the invented places of the packs: units, people named by what they do, posts that are granted
 * their roles. Only for a demo. What is there already stays. Gives the people in the order of the packs.
 */
export async function seedDemoOrganisation(
  actor: Actor,
  library: PackLibrary,
  deps: OrganisationDeps,
): Promise<readonly DemoPerson[]> {
  permit(actor, 'organisation.write');
  await seedRegisters(actor, { library, invented: true }, deps);
  const contents = library.of(organisationPack).map(({ content }) => content);
  await unlessNothing(undefined, () =>
    recording(deps, actor, async (db, note) => {
      await lockOrganisation(db);
      const now = await loadOrganisation(db);
      const changes = contents
        .flatMap((content) => recordsOf(content, now))
        .filter(({ kind, key }) => !now[kind].has(key));
      if (changes.length === 0) throw new NothingToSave();
      refuseFaults(now, changes, today(deps));
      await saveChanges(db, changes, { by: actor, at: deps.clock.now() });
      note({
        action: 'organisation.seed',
        record: { kind: 'organisation', id: 'demo', name: '演示用的组织机构' },
        changes: [{ field: 'added', before: null, after: changes.length }],
      });
      for (const change of changes) note(noteOf('organisation.import-record', change));
    }),
  );
  const roles = await loadRoles(deps.db);
  return contents.flatMap((content) => peopleOf(content, roles));
}

function recordsOf({ units, people }: OrganisationContent, { roles }: Organisation): Change[] {
  const none = { validFrom: null, validTo: null };
  const regionOf = new Map(units.map(({ id, region }) => [id, region]));
  const added = (kind: Change['kind'], key: string, after: unknown) => ({ kind, key, before: null, after }) as Change;
  return [
    ...units.map((unit) => added('unit', unit.id, { ...unit, ...none, successor: null, note: '' } satisfies Unit)),
    ...people.flatMap(({ id, name, phone, posts }) => [
      added('person', id, { id, name, phone, idNumber: null, email: null, note: '', validTo: null } satisfies Person),
      ...posts.flatMap((post, at) => {
        const { scope } = settledScope(roles.get(post.role)?.scope ?? 'unit', post, regionOf.get(post.unit) ?? '');
        return [
          added('post', post.id, {
            id: post.id,
            personId: id,
            unitId: post.unit,
            title: post.title,
            main: at === 0,
            ...none,
          } satisfies Post),
          added('grant', post.id, {
            postId: post.id,
            roleId: post.role,
            ...scope,
            state: 'granted',
          } satisfies PostGrant),
        ];
      }),
    ]),
  ];
}

function peopleOf({ units, people }: OrganisationContent, roles: Organisation['roles']): DemoPerson[] {
  const unitName = new Map(units.map((unit) => [unit.id, unit.name]));
  const regionOf = new Map(units.map((unit) => [unit.id, unit.region]));
  return people.map(({ id, name, posts }) => ({
    personId: id,
    name,
    posts: posts.map((post) => ({
      ...{ postId: post.id, title: post.title, unit: unitName.get(post.unit) ?? '', roleId: post.role },
      regionId: regionOf.get(post.unit) ?? '',
      role: roles.get(post.role)?.name ?? post.role,
    })),
  }));
}
