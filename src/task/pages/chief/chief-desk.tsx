import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChiefView } from './chief-view.tsx';

/** The same on the first page of a chain chief. */
export function ChiefDesk() {
  const [chainId, setChain] = useState<string | undefined>();
  return (
    <section className="page task-page chief-desk" aria-labelledby="chief-desk">
      <h2 id="chief-desk">
        要您过问的 <Link to="/chief">单独打开</Link>
      </h2>
      <ChiefView chainId={chainId} most={2} onChain={setChain} />
    </section>
  );
}
