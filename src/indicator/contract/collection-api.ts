import type { Static } from 'typebox';
import type { FigureHistorySchema, PutAnswerSchema, PutFiguresSchema } from './collection/figures.ts';
import { figureApi } from './collection/figures.ts';
import { type FormContentSchema, type FormRowSchema, type FormSchema, formApi } from './collection/forms.ts';
import { type MachineSchema, machineApi } from './collection/machines.ts';
import { type RosterRowSchema, rosterApi } from './collection/roster.ts';
import type { FindingSchema, ImportCheckSchema, RefusalSchema } from './collection/shape.ts';
import type {
  CellAnswerSchema,
  CellChangeSchema,
  SheetCellSchema,
  SheetPastSchema,
  SheetRowSchema,
  SheetSchema,
  SheetStepSchema,
} from './collection/sheet.ts';
import { boardApi, sheetApi } from './collection/sheets.ts';

/** Collecting: forms, the roster, sheets and their cells, progress, figures of machines, and every version of a figure. */
export const collectionApi = {
  ...formApi,
  ...rosterApi,
  ...sheetApi,
  ...boardApi,
  ...figureApi,
  ...machineApi,
} as const;

export * from './collection/fields.ts';
export { mostFigures } from './collection/figures.ts';
export { mostCells } from './collection/sheet.ts';

export type FormContentJson = Static<typeof FormContentSchema>;
export type FormRowJson = Static<typeof FormRowSchema>;
export type FormJson = Static<typeof FormSchema>;
export type RosterRowJson = Static<typeof RosterRowSchema>;
export type SheetRowJson = Static<typeof SheetRowSchema>;
export type SheetJson = Static<typeof SheetSchema>;
export type SheetCellJson = Static<typeof SheetCellSchema>;
export type SheetStepJson = Static<typeof SheetStepSchema>;
export type SheetPastJson = Static<typeof SheetPastSchema>;
export type CellChangeJson = Static<typeof CellChangeSchema>;
export type CellAnswerJson = Static<typeof CellAnswerSchema>;
export type SheetFindingJson = Static<typeof FindingSchema>;
export type RefusalJson = Static<typeof RefusalSchema>;
export type ImportCheckJson = Static<typeof ImportCheckSchema>;
export type PutAnswerJson = Static<typeof PutAnswerSchema>;
export type MachineJson = Static<typeof MachineSchema>;
export type PutFiguresJson = Static<typeof PutFiguresSchema>;
export type FigureHistoryJson = Static<typeof FigureHistorySchema>;
