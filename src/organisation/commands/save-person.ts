import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { Person, Post } from '../domain/index.ts';
import { changeOrganisation } from './change.ts';
import type { OrganisationDeps } from './deps.ts';
import { orNull, sensitiveValue } from './save-unit.ts';
import { expectVersion, personVersion, postVersion } from './version.ts';

export type PersonFields = Omit<Person, 'id'>;

/** Adds a person and gives the id. Refuses numbers that cannot be right. */
export async function addPerson(actor: Actor, fields: PersonFields, deps: OrganisationDeps): Promise<string> {
  permit(actor, 'organisation.write');
  const id = deps.newId();
  await changeOrganisation(
    actor,
    { people: [id] },
    () => ({
      action: 'organisation.save-person',
      changes: [{ kind: 'person', key: id, before: null, after: tidy({ id, ...fields }) }],
    }),
    deps,
  );
  return id;
}

/**
 * Changes a person. Refuses an unknown one, one that was changed since, one who leaves while posts go on, and the last
 * administrator of a kind.
 */
export async function savePerson(
  actor: Actor,
  given: PersonFields & { id: string; version: string },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'organisation.write');
  const { version, ...fields } = given;
  await changeOrganisation(
    actor,
    { people: [given.id] },
    ({ person }) => {
      const before = person.get(given.id);
      if (before === undefined) throw new RefusalError({ code: 'person-unknown', field: 'id', given: given.id });
      expectVersion(version, personVersion(before));
      const after = tidy({
        ...fields,
        phone: sensitiveValue('phone', fields.phone, before.phone),
        idNumber: sensitiveValue('idNumber', fields.idNumber, before.idNumber),
      });
      return { action: 'organisation.save-person', changes: [{ kind: 'person', key: given.id, before, after }] };
    },
    deps,
  );
}

const tidy = (person: Person): Person => ({
  ...person,
  name: person.name.trim(),
  phone: orNull(person.phone)?.replaceAll(/\s/g, '') ?? null,
  idNumber: orNull(person.idNumber)?.toUpperCase() ?? null,
  email: orNull(person.email),
});

/** Gives a person a post in a unit, and the post's id. */
export async function addPost(actor: Actor, fields: Omit<Post, 'id'>, deps: OrganisationDeps): Promise<string> {
  permit(actor, 'organisation.write');
  const id = deps.newId();
  const { unitId, personId } = fields;
  await changeOrganisation(
    actor,
    { units: [unitId], people: [personId] },
    () => ({
      action: 'organisation.save-post',
      changes: [{ kind: 'post', key: id, before: null, after: { id, ...fields, title: fields.title.trim() } }],
    }),
    deps,
  );
  return id;
}

export type PostFields = Pick<Post, 'title' | 'main' | 'validFrom' | 'validTo'>;

/** Changes a post, or ends it. Whose and where it is stays: that would be another post. */
export async function savePost(
  actor: Actor,
  given: PostFields & { id: string; version: string },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'organisation.write');
  const { version, ...fields } = given;
  await changeOrganisation(
    actor,
    { posts: [given.id] },
    ({ post }) => {
      const before = post.get(given.id);
      if (before === undefined) throw new RefusalError({ code: 'post-unknown', field: 'id', given: given.id });
      expectVersion(version, postVersion(before));
      return {
        action: 'organisation.save-post',
        changes: [{ kind: 'post', key: given.id, before, after: { ...before, ...fields, title: fields.title.trim() } }],
      };
    },
    deps,
  );
}
