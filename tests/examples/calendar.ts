import { packsFolder } from '../../apps/packs-folder.ts';
import { readPackFiles, skimPackLibrary } from '../../platform/pack-loader/index.ts';
import { calendarOf, calendarPack } from '../../src/organisation/pack.ts';

/** The calendar of packs/base, with the hours of an office. */
export const workingCalendarOf = () => calendarOf(skimPackLibrary(readPackFiles(packsFolder), [calendarPack]));
