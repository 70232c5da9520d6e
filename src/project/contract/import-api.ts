import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ImportCheckSchema } from './imports.ts';
import { Count, closed, Month } from './shape.ts';

/** Workbooks: the list of projects, and the investment of a month. */

const read = { method: 'GET', permission: 'project.read', status: 200 } as const;
const keep = { method: 'POST', permission: 'project.keep' } as const;

export const importApi = {
  projectTemplate: endpoint({ ...read, path: '/project-imports/template', summary: '项目清单的空表' }),
  /** A form: `file` (.xlsx or .csv). Saves nothing. */
  checkProjectImport: endpoint({
    ...{ ...keep, status: 200, path: '/project-imports/check', summary: '检查要导入的项目清单' },
    answer: ImportCheckSchema,
  }),
  /** The same with `fingerprint`: all of it or nothing. */
  importProjects: endpoint({
    ...{ ...keep, status: 201, path: '/project-imports', summary: '导入项目清单' },
    answer: Type.Object({ added: Count, changed: Count, pairs: Count }, closed),
  }),
  monthSheet: endpoint({
    ...read,
    path: '/project-months/sheet',
    summary: '某个月的投资表，已填好项目和已报的数',
    query: Type.Object({ month: Month }, closed),
  }),
  checkMonthImport: endpoint({
    ...{ ...keep, status: 200, path: '/project-months/check', summary: '检查要导入的月度投资' },
    answer: ImportCheckSchema,
  }),
  importMonths: endpoint({
    ...{ ...keep, status: 201, path: '/project-months', summary: '导入月度投资' },
    answer: Type.Object({ added: Count, changed: Count }, closed),
  }),
} as const;
