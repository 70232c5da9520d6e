import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { ChiefView } from './chief-view.tsx';

const route = getRouteApi('/chief');

/** What needs the chief. */
export function ChiefPage() {
  const { chainId } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('领导过问');
  return (
    <div className="page task-page">
      <h1>领导过问</h1>
      <ChiefView
        chainId={chainId}
        most={5}
        onChain={(next) => void navigate({ search: next === undefined ? {} : { chainId: next }, replace: true })}
      />
    </div>
  );
}
