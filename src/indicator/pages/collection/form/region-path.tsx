import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../../platform/web/api.ts';
import { organisationApi } from '../../../../organisation/contract.ts';

export interface RegionStep {
  readonly code: string;
  readonly name: string;
}

interface Props {
  readonly path: readonly RegionStep[];
  onChange(path: readonly RegionStep[]): void;
}

/** Down the tree of regions and up again: where one stands, and what lies below. */
export function RegionPath({ path, onChange }: Props) {
  const parent = path.at(-1)?.code ?? 'top';
  const below = useQuery({ ...queryFor(organisationApi.listRegions, { query: { parent } }), staleTime: 300_000 });
  return (
    <nav className="form-regions" aria-label="地区">
      <p>
        {[{ code: '', name: '全部地区' }, ...path].map(({ code, name }, at) => (
          <span key={code}>
            {at > 0 && ' › '}
            {at === path.length ? (
              <b>{name}</b>
            ) : (
              <button type="button" onClick={() => onChange(path.slice(0, at))}>
                {name}
              </button>
            )}
          </span>
        ))}
      </p>
      {(below.data?.regions.length ?? 0) > 0 && (
        <p>
          下级：
          {below.data?.regions.map(({ code, name }) => (
            <button key={code} type="button" onClick={() => onChange([...path, { code, name }])}>
              {name}
            </button>
          ))}
        </p>
      )}
    </nav>
  );
}
