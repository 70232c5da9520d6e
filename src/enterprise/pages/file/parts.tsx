import { Suspense } from 'react';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import type { FilePart, FilePartProps } from '../../../../platform/web/shell/file-parts.ts';

/** Parts of the file one below the other, each with its heading; a part is loaded when the page is. */
export function Parts({ parts, about }: { readonly parts: readonly FilePart[]; readonly about: FilePartProps }) {
  return parts.map(({ key, title, Part }) => (
    <section key={key} id={key} className="enterprise-part" aria-labelledby={`part-${key}`}>
      <h2 id={`part-${key}`}>{title}</h2>
      <Suspense fallback={<Waiting lines={4} />}>
        <Part {...about} />
      </Suspense>
    </section>
  ));
}
