/**
 * Word documents after GB/T 9704-2012, written from a model or filled into a template of the office, and their PDF.
 *
 *   writeDocx(document: OfficialDocument, tell?: TellProgress): Promise<Buffer>
 *   checkTemplate(bytes: Uint8Array, fields: readonly Field[]): Promise<readonly Refusal[]>
 *   fillTemplate(bytes: Uint8Array, fields: readonly Field[], values: FieldValues, tell?: TellProgress): Promise<Buffer>
 *   renderPdf(docx: Uint8Array, options?: { soffice?: string | null; tell?: TellProgress }): Promise<Buffer>
 *   measurePdf(pdf: Uint8Array): Promise<PageMeasure[]>
 *   compareText(generated: readonly string[], edited: readonly string[]): ParagraphChange[]   (compare/compare-text.ts)
 *
 * Writing, checking and filling run in a thread of their own, held to time and memory.
 */
export type { Block, Heading, PageBreak, Paragraph } from './model/block.ts';
export type { Bar, BarChart, Chart, LineChart, ProgressChart, Series } from './model/chart.ts';
export type { Fonts, Imprint, OfficialDocument, RedHead, Signature } from './model/document.ts';
export { type Inline, plainText, type Run, runsOf } from './model/inline.ts';
export type { Cell, Column, Table } from './model/table.ts';
export type { DocumentProgress, TellProgress } from './progress.ts';
export type { BlocksField, Field, FieldValue, FieldValues, FlagField, ListField, TextField } from './template/field.ts';
