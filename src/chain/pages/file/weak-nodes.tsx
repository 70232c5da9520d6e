import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { chainMapApi } from '../../contract/map.ts';
import { StateWord } from '../map/narrow/stage-list.tsx';
import '../map/map.css';
import '../map/picture/picture.css';

/** What the map says of weak and missing nodes, beside what people wrote; nothing where the chain has no map. */
export function WeakNodes({ chainId }: { readonly chainId: string }) {
  const maps = useQuery(queryFor(chainMapApi.listChainMaps, {}));
  const drawn = maps.data?.maps.some((each) => each.chainId === chainId) ?? false;
  const map = useQuery({
    ...queryFor(chainMapApi.readChainMap, { params: { chainId }, query: {} }),
    enabled: drawn,
  });
  const weak = map.data?.nodes.filter(({ standing: { state } }) => state === 'weak' || state === 'missing') ?? [];
  if (weak.length === 0) return null;
  return (
    <details className="chain-weak">
      <summary>图谱算出的堵点和断点：{weak.length} 个</summary>
      <ul>
        {weak.map(({ id, name, standing }) => (
          <li key={id}>
            <Link to="/chain-map" search={{ chain: chainId, node: id }}>
              {name}
            </Link>{' '}
            <StateWord state={standing.state} />
            <small>{standing.reason}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
