import type { Question } from '../model/index.ts';

/** Columns of a list of answers beside the questions themselves. */
export const sheetHeads = ['id', 'name', 'industry', 'table'] as const;
export type SheetHead = (typeof sheetHeads)[number];

const headings: Readonly<Record<SheetHead, readonly string[]>> = {
  id: ['id', '编号', '序号', '企业编号', 'enterprise_id', '统一社会信用代码', 'code'],
  name: ['name', '企业名称', '名称', '企业', '单位名称', 'enterprise'],
  industry: ['industry', 'industry_code', '行业代码', '行业', '国民经济行业', '国民经济行业代码', '所属行业'],
  table: ['table', '行业表', '表'],
};

export interface SheetColumns {
  readonly heads: ReadonlyMap<SheetHead, number>;
  /** By the id of the question. */
  readonly questions: ReadonlyMap<string, number>;
  /** Headings that nothing here asks for, so that a misspelt one is told of. */
  readonly unknown: readonly string[];
}

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/^\uFEFF/u, '')
    .replace(/[\s*]/gu, '')
    .toLowerCase();

/** Where each column stands, a question by its id or by its words; the first that fits. */
export function sheetColumnsOf(cells: readonly string[], questions: readonly Question[]): SheetColumns {
  const heads = new Map<SheetHead, number>();
  const asked = new Map<string, number>();
  const unknown: string[] = [];
  cells.forEach((cell, at) => {
    const heading = plain(cell);
    const question = questions.find(({ id, text }) => id === heading || plain(text) === heading);
    const head = sheetHeads.find((each) => headings[each].includes(heading));
    if (question !== undefined && !asked.has(question.id)) asked.set(question.id, at);
    else if (question === undefined && head !== undefined && !heads.has(head)) heads.set(head, at);
    else if (heading !== '') unknown.push(cell.trim());
  });
  return { heads, questions: asked, unknown };
}
