import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type MatrixChange, type MatrixSearch, matrixSearch } from './address.ts';
import { MatrixView } from './matrix-view.tsx';

/** The matrix on the first page of a chain chief. */
export function MatrixDesk() {
  const [search, setSearch] = useState<MatrixSearch>({});
  const change = (next: MatrixChange): void => setSearch((before) => matrixSearch({ ...before, ...next }));
  return (
    <section className="matrix-page matrix-desk" aria-labelledby="matrix-desk">
      <h2 id="matrix-desk">
        经纬矩阵
        <Link to="/matrix" search={search}>
          单独打开
        </Link>
      </h2>
      <MatrixView search={search} onChange={change} />
    </section>
  );
}
