import type { FastifyReply } from 'fastify';
import type { ListFields } from '../../../../platform/http/list-query.ts';
import { sendList } from '../../../../platform/http/sheet.ts';
import type { SelectionPageJson, SelectionRankedJson } from '../../contract.ts';

type Cell = string | number | null;
const points = (hundredths: number): number => hundredths / 100;

/** Sends the ranking or the list of a round as a file. */
export function sendSelection(
  reply: FastifyReply,
  page: SelectionPageJson,
  { what, format }: { readonly what: 'ranking' | 'list'; readonly format: 'xlsx' | 'csv' },
): FastifyReply {
  return what === 'ranking' ? sendRanking(reply, page, format) : sendListed(reply, page, format);
}

function sendRanking(reply: FastifyReply, { round, entries, office }: SelectionPageJson, format: 'xlsx' | 'csv') {
  const rows = office?.ranking?.rows ?? [];
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const columns: readonly (readonly [
    key: string,
    title: string,
    width: number,
    of: (row: SelectionRankedJson) => Cell,
  ])[] = [
    ['place', '名次', 8, ({ place }) => place],
    ['name', '企业', 34, ({ name }) => name],
    ['code', '统一社会信用代码', 24, ({ entryId }) => entryOf.get(entryId)?.code ?? null],
    ['total', '总分', 10, ({ total }) => points(total)],
    ['quantitative', '量化分', 10, (row) => points(row.quantitative)],
    ...round.measures.map(
      ({ id, name }) =>
        [
          ...([`measure-${id}`, name, 14] as const),
          ({ entryId }: SelectionRankedJson) => {
            const measure = entryOf.get(entryId)?.measures.find((each) => each.id === id);
            return measure === undefined ? null : measure.isKnown ? points(measure.points) : '缺数';
          },
        ] as const,
    ),
    ['experts', '专家分', 10, ({ experts }) => points(experts)],
    ...round.items.map(
      ({ id, name }) =>
        [
          ...([`item-${id}`, name, 14] as const),
          ({ items }: SelectionRankedJson) => points(items.find((item) => item.id === id)?.points ?? 0),
        ] as const,
    ),
    ['span', '名次变动', 12, ({ best, worst }) => (best === worst ? `${best}` : `${best}—${worst}`)],
    ['chosen', '按排名', 10, ({ chosen, undecided }) => (undecided ? '并列待定' : chosen ? '入选' : '不入选')],
    ['decided', '名单', 10, ({ entryId }) => words(entryOf.get(entryId)?.chosen ?? null)],
    ['reason', '理由', 40, ({ entryId }) => entryOf.get(entryId)?.chosenReason ?? null],
  ];
  const fields: ListFields = Object.fromEntries(
    columns.map(([key, title, sheetWidth]) => [key, { title, kind: 'text', sheetWidth }]),
  );
  const cells = new Map(columns.map(([key, , , of]) => [key, of]));
  return sendList(reply, {
    ...{ name: `${round.name}排名`, format, fields, columns: columns.map(([key]) => key) },
    ids: rows.map(({ entryId }) => entryId),
    read: async (ids) => rows.filter(({ entryId }) => ids.includes(entryId)),
    idOf: ({ entryId }) => entryId,
    cellOf: (row, column) => cells.get(column)?.(row) ?? null,
  });
}

const words = (chosen: boolean | null): string | null => (chosen === null ? null : chosen ? '在名单里' : '不在');

const listedFields: ListFields = {
  name: { title: '企业', kind: 'text', sheetWidth: 34 },
  code: { title: '统一社会信用代码', kind: 'text', sheetWidth: 24 },
  region: { title: '地区', kind: 'text', sheetWidth: 14 },
};

function sendListed(reply: FastifyReply, { round, list }: SelectionPageJson, format: 'xlsx' | 'csv') {
  const rows = list ?? [];
  return sendList(reply, {
    ...{ name: `${round.name}名单`, format, fields: listedFields, columns: Object.keys(listedFields) },
    ids: rows.map(({ entryId }) => entryId),
    read: async (ids) => rows.filter(({ entryId }) => ids.includes(entryId)),
    idOf: ({ entryId }) => entryId,
    cellOf: (row, column): Cell => (column === 'name' ? row.name : column === 'code' ? row.code : row.region),
  });
}
