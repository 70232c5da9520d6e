import { cleared, copied, filledDown, type Made, pasted, typedInto } from './gestures.ts';
import { isNone } from './model.ts';
import { blockOf, everything, isSingle, moved } from './selection.ts';
import type { Sheet } from './sheet.ts';

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What is to happen beyond the sheet. */
export interface KeyEffects {
  /** Says in words what a gesture did. */
  tell(words: string): void;
  /** Lets the person edit what stands in the cell. */
  edit(): void;
  /** The current cell says “none”: asks for its reason. */
  askReason(): void;
}

/** How the current cell is being typed into: not, over its content, or within it (F2). */
export type Mode = 'walk' | 'type' | 'edit';

/** Does what a key does in a spreadsheet. True when it did something and the browser should not. */
export function pressed(sheet: Sheet, event: Pressed, mode: Mode, effects: KeyEffects): boolean {
  if (event.altKey) return false;
  const mod = event.ctrlKey || event.metaKey;
  const { key } = event;
  if (mode !== 'edit' || key === 'Enter' || key === 'Tab') {
    if (key === 'Enter' && mod) return fill(sheet, effects);
    const to = moved(sheet.selection, { key, shift: event.shiftKey, mod }, sheet.shape);
    if (to !== null) {
      // Walking out of a cell that says “none” leads to its reason first.
      if (mode !== 'walk' && wantsReason(sheet)) effects.askReason();
      else sheet.select(to);
      return true;
    }
  }
  if (key === 'F2') {
    effects.edit();
    return true;
  }
  const fillsDown = mod && key.toLowerCase() === 'd';
  if (mode !== 'walk' && !fillsDown) return false;
  // The browser would keep a bookmark otherwise.
  if (fillsDown) sheet.commit();
  if (key === 'Delete' || (key === 'Backspace' && !isSingle(sheet.selection)))
    return make(sheet, '清除', cleared(sheet, blockOf(sheet.selection)), effects);
  return mod && shortcut(sheet, key.toLowerCase(), event.shiftKey, effects);
}

function shortcut(sheet: Sheet, letter: string, shift: boolean, effects: KeyEffects): boolean {
  if (letter === 'a') sheet.select(everything(sheet.shape), 'active');
  else if (letter === 'z' && !shift) undo(sheet, effects);
  else if (letter === 'y' || letter === 'z') redo(sheet, effects);
  else if (letter === 'd') return make(sheet, '向下填充', filledDown(sheet, blockOf(sheet.selection)), effects);
  else return false;
  return true;
}

export function undo(sheet: Sheet, effects: Pick<KeyEffects, 'tell'>): void {
  const step = sheet.undo();
  effects.tell(step === null ? '没有可以撤销的了。' : `撤销了${step.name}，${step.edits.length} 格。`);
}
export function redo(sheet: Sheet, effects: Pick<KeyEffects, 'tell'>): void {
  const step = sheet.redo();
  effects.tell(step === null ? '没有可以重做的了。' : `重做了${step.name}，${step.edits.length} 格。`);
}

/** Ctrl+Enter: what is typed, into all chosen cells. */
function fill(sheet: Sheet, effects: KeyEffects): boolean {
  const text = sheet.typing;
  if (text === null) return true;
  sheet.type(null);
  return make(sheet, '填写', typedInto(sheet, blockOf(sheet.selection), text), effects);
}

/** Takes over what was typed; true when it says “none” without a reason. */
function wantsReason(sheet: Sheet): boolean {
  sheet.commit();
  const entry = sheet.entryAt(sheet.current);
  return isNone(entry) && entry.reason === '';
}

export function make(sheet: Sheet, name: string, made: Made, effects: Pick<KeyEffects, 'tell'>): true {
  sheet.apply(name, made);
  if (made.told !== null) effects.tell(made.told);
  return true;
}

export const paste = (sheet: Sheet, text: string, effects: Pick<KeyEffects, 'tell'>): true =>
  make(sheet, '粘贴', pasted(sheet, blockOf(sheet.selection), text), effects);
export const copy = (sheet: Sheet): string => copied(sheet, blockOf(sheet.selection));
export const cut = (sheet: Sheet, effects: Pick<KeyEffects, 'tell'>): true =>
  make(sheet, '剪切', cleared(sheet, blockOf(sheet.selection)), effects);
