import { Link } from '@tanstack/react-router';
import type { PlaceJson } from '../../contract/reading-api.ts';

/** Where the matrix stands, with the way back up. */
export const PlacePath = ({ place }: { readonly place: PlaceJson }) => (
  <nav className="matrix-path" aria-label="所在地方">
    {place.above.map(({ id, name }) => (
      <span key={id}>
        <Link to="/matrix" search={(before) => ({ ...before, place: id })}>
          {name}
        </Link>
        <i aria-hidden="true">/</i>
      </span>
    ))}
    <b aria-current="location">{place.name}</b>
  </nav>
);
