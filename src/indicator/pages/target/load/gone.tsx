import { Link } from '@tanstack/react-router';
import type { LoadingJson } from '../../../contract.ts';
import { amount } from '../words.ts';

/** Targets that the edition does not say any more; loading ends them. */
export function Gone({ loading }: { readonly loading: LoadingJson }) {
  if (loading.gone.length === 0) return <p className="pale">现行目标这一版都还有。</p>;
  return (
    <ul className="target-history">
      {loading.gone.map((each) => (
        <li key={each.id}>
          <Link to="/targets/$targetId" params={{ targetId: each.id }}>
            {each.name}
          </Link>{' '}
          {amount(each.value, each)}
          {each.handed > 0 && <span className="target-red">　连同已经分解下去的 {each.handed} 个</span>}
        </li>
      ))}
    </ul>
  );
}
