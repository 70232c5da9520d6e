import { useEffect, useRef } from 'react';
import { remember, remembered } from '../remembered.ts';
import { isSingle, matches } from './keys.ts';

/** One thing that a key does, with the words that the help prints. */
export interface Shortcut {
  /** The first is printed as the usual one. */
  readonly keys: readonly string[];
  readonly label: string;
  run(): void;
  /** True: another line of the help stands for it. */
  readonly unlisted?: boolean;
  /** False: the key does nothing now (the help still names it). */
  readonly enabled?: boolean;
}
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

const groups: { current: ShortcutGroup }[] = [];

/** The groups of what is on the screen, outermost first, for the help. */
export const activeGroups = (): readonly ShortcutGroup[] => groups.map((group) => group.current);

/** Makes the shortcuts work while the component is on the screen. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const group = useRef<ShortcutGroup>({ title, shortcuts });
  group.current = { title, shortcuts };
  useEffect(() => {
    groups.push(group);
    return () => {
      groups.splice(groups.indexOf(group), 1);
    };
  }, []);
}

const NAME = 'single-keys';
/** A person may switch single keys off, so that dictation or a slip of the hand does nothing. */
export const singleKeysWork = (): boolean => remembered(NAME) !== 'off';
export const letSingleKeysWork = (work: boolean): void => remember(NAME, work ? null : 'off');

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';
const ACTING = 'button, a[href], summary, [role="tab"], [role="menuitem"], [role="checkbox"]';

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  // A dialog keeps the keys to itself: what is behind it must not change.
  if (target.closest('[role="dialog"], [role="menu"]') !== null) return;
  const typing = target.closest(TYPING) !== null;
  const pressing = (event.key === 'Enter' || event.key === ' ') && target.closest(ACTING) !== null;
  if (pressing) return;
  for (const { current } of [...groups].reverse()) {
    for (const shortcut of current.shortcuts) {
      const keys = shortcut.keys.find((each) => matches(each, event));
      if (keys === undefined || shortcut.enabled === false) continue;
      if (isSingle(keys) && (typing || !singleKeysWork())) continue;
      // Undo inside a field is the field's own.
      if (typing && /^Mod\+(?:Shift\+)?[zya]$/.test(keys)) continue;
      event.preventDefault();
      shortcut.run();
      return;
    }
  }
}

/** Starts listening; called once by the application. */
export const listenForShortcuts = (): void => document.addEventListener('keydown', onKeyDown);
