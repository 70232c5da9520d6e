import { Link } from '@tanstack/react-router';
import type { PlaceJson } from '../../contract/reading-api.ts';
import { type MatrixSearch, movedTo } from './address.ts';

interface Props {
  readonly place: PlaceJson;
  readonly search: MatrixSearch;
  /** The highest place that the reader may look at; null: any. */
  readonly top: string | null;
}

/** Where the matrix stands, with the way back up as far as the reader's own place. */
export function PlacePath({ place, search, top }: Props) {
  const from = place.above.findIndex(({ id }) => id === top);
  const above = place.id === top ? [] : place.above.slice(Math.max(0, from));
  return (
    <nav className="matrix-path" aria-label="所在地方">
      {above.map(({ id, name }) => (
        <span key={id}>
          <Link to="/matrix" search={movedTo(search, id)}>
            {name}
          </Link>
          <i aria-hidden="true">/</i>
        </span>
      ))}
      <b aria-current="location">{place.name}</b>
    </nav>
  );
}
