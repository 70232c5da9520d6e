import { lazy } from 'react';
import type { FilePart } from '../../../platform/web/shell/file-parts.ts';

/** What the ladder puts into the file of an enterprise. */
export const ladderFileParts: readonly FilePart[] = [
  {
    ...{ key: 'ladder', title: '称号和梯度培育', order: 40, permission: 'enterprise.read' },
    Part: lazy(() => import('./file/file-part.tsx')),
  },
];
