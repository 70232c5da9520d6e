/**
 * Word documents after GB/T 9704-2012, written from a model or filled into a template of the office, and their PDF.
 * Writing, checking and filling run in a thread of their own, held to time and memory.
 */

export { compareText, type ParagraphChange, type TextPart } from './compare/compare-text.ts';
export { type LineMeasure, measurePdf, type PageMeasure } from './measure/measure-pdf.ts';
export type { Block, Heading, PageBreak, Paragraph } from './model/block.ts';
export type { Bar, BarChart, Chart, LineChart, ProgressChart, Series } from './model/chart.ts';
export type { Fonts, Imprint, OfficialDocument, RedHead, Signature } from './model/document.ts';
export { type Inline, plainText, type Run, runsOf } from './model/inline.ts';
export type { Cell, Column, Table } from './model/table.ts';
export { type PdfOptions, renderPdf } from './pdf/render-pdf.ts';
export type { DocumentProgress, TellProgress } from './progress.ts';
export type { BlocksField, Field, FieldValue, FieldValues, FlagField, ListField, TextField } from './template/field.ts';
export { checkTemplate, fillTemplate, writeDocx } from './work/pool.ts';
