import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import type { CellValue } from '../../../platform/workbook/csv.ts';
import { findPipeline, pipelineToExport } from '../commands/pipeline/list.ts';
import { readPipeline } from '../commands/pipeline/read.ts';
import type { LadderDeps } from '../commands/read-ladder.ts';
import { boxNames, type PipelineRowJson, pipelineApi, pipelineFields, pipelineLabels } from '../contract.ts';

/** Who has, had or may get which title. */
export function pipelineRoutes(app: FastifyInstance, deps: LadderDeps): void {
  serve(app, pipelineApi.readPipeline, ({ actor, query }) => readPipeline(actor, query, deps));
  serve(app, pipelineApi.listPipeline, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(pipelineFields, query);
    const { title, box, months, year } = query;
    const asked = { ...search, title, box, months, year };
    return { ...(await findPipeline(actor, asked, { limit: pageSize, offset }, deps)), page, pageSize };
  });
  serve(app, pipelineApi.exportPipeline, async ({ actor, query, reply }) => {
    const { title, box, months, year, format } = query;
    const request = exportRequest(pipelineFields, query);
    const { ids, read } = await pipelineToExport(actor, { ...request, title, box, months, year }, deps);
    const name = `梯度培育 ${boxNames[box ?? 'reach']}`;
    const { columns } = request;
    return sendList(reply, { name, format, fields: pipelineFields, columns, ids, read, cellOf, idOf: ({ id }) => id });
  });
}

const labelled = (field: string, value: string | null): string | null =>
  value === null ? null : (pipelineLabels[field]?.[value] ?? value);

const cells: Readonly<Record<string, (row: PipelineRowJson) => CellValue>> = {
  name: (row) => row.name,
  code: (row) => row.code,
  reach: (row) => (row.reach === null ? null : row.reach / 10),
  verdict: (row) => labelled('verdict', row.verdict),
  short: (row) => row.short.join('。'),
  by: (row) => row.by,
  points: ({ points }) =>
    points === null ? null : points.least === points.most ? String(points.least) : `${points.least} 至 ${points.most}`,
  region: (row) => row.region.name,
  chain: (row) => row.chain?.name ?? null,
  standing: (row) => labelled('standing', row.standing),
  givenOn: (row) => row.givenOn,
  endsOn: (row) => row.endsOn,
  days: (row) => row.days,
  since: (row) => row.since,
};

/** What stands in a cell of the exported list. */
const cellOf = (row: PipelineRowJson, column: string): CellValue => cells[column]?.(row) ?? null;
