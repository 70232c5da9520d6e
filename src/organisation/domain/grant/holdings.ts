import type { Organisation } from '../change/model.ts';
import { type Life, shared } from '../life.ts';
import type { Person, Post } from '../model.ts';
import type { Holding } from './separation.ts';

/** Who can act with which granted role, by posts of their own and by those they deputise for. */
export function holdingsOf(organisation: Organisation): Holding[] {
  const deputies = Map.groupBy(organisation.delegation.values(), ({ postId }) => postId);
  return [...organisation.grant.values()].flatMap(({ postId, roleId, state }) => {
    const post = organisation.post.get(postId);
    const role = organisation.roles.get(roleId);
    if (state !== 'granted' || post === undefined || role === undefined) return [];
    const held = (person: Person | undefined, within: Life, deputy: boolean): Holding[] => {
      const life = person === undefined ? null : shared(within, lifeOf(person));
      if (person === undefined || life === null) return [];
      const { name: roleName, permissions } = role;
      return [{ postId, personId: person.id, personName: person.name, roleName, permissions, deputy, ...life }];
    };
    return [
      ...held(organisation.person.get(post.personId), onlyLife(post), false),
      ...(deputies.get(postId) ?? [])
        .filter(({ revokedAt }) => revokedAt === null)
        .flatMap((delegation) => {
          const life = shared(delegation, post);
          return life === null ? [] : held(organisation.person.get(delegation.toPerson), life, true);
        }),
    ];
  });
}

const lifeOf = ({ validTo }: Person): Life => ({ validFrom: null, validTo });
const onlyLife = ({ validFrom, validTo }: Post): Life => ({ validFrom, validTo });
