import { Link } from '@tanstack/react-router';
import type { GroupJson } from '../../contract.ts';
import { Most } from './most.tsx';
import { placeWords } from './words.ts';

const rules = { highest: '就高不重复：只给最高的一条', all: '可以并计：各条都给' } as const;

interface Props {
  readonly groups: readonly GroupJson[];
  readonly policyId: string;
  readonly asked: { readonly on?: string };
  /** The clause whose page this is. */
  readonly here?: string;
}

/** Clauses that are not paid, or are paid, beside each other. */
export function Groups({ groups, policyId, asked, here }: Props) {
  return groups.map(({ id, name, rule, place, clauses }) => (
    <div key={id} className="policy-group">
      <p>
        <b>{name}</b>　{rules[rule]}
        {place !== null && <span className="pale">　{placeWords(place)}</span>}
      </p>
      <ul className="policy-lines">
        {clauses.map(({ id: clauseId, title, most }) => (
          <li key={clauseId}>
            {clauseId === here ? (
              <span aria-current="page">{title}（本条）</span>
            ) : (
              <Link to="/policies/$policyId/$clauseId" params={{ policyId, clauseId }} search={asked}>
                {title}
              </Link>
            )}
            ，最多 <Most yuan={most} />
          </li>
        ))}
      </ul>
    </div>
  ));
}
