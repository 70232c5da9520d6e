/** Where a piece of a template stands, as a person finds it. */
export interface Place {
  readonly part: 'body' | 'header' | 'footer';
  /** Paragraphs outside tables, counted in their part from 1; 0 within a table. */
  readonly paragraph: number;
  /** Innermost table, counted in its part from 1; 0 outside. Rows and columns from 1. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly inTextBox: boolean;
  /** Beginning of the paragraph. */
  readonly words: string;
}

const parts = { body: '正文', header: '页眉', footer: '页脚' } as const;

/** “正文第3段‘各单位……’”, “正文第1个表格第2行第3列”. */
export function placeInWords({ part, paragraph, table, row, column, inTextBox, words }: Place): string {
  const where = table > 0 ? `第${table}个表格第${row}行第${column}列` : `第${paragraph}段`;
  const text = words.length > 20 ? `${words.slice(0, 20)}…` : words;
  return `${parts[part]}${inTextBox ? '文本框' : ''}${where}“${text}”`;
}
