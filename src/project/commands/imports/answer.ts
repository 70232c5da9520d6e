import { say } from '../../../../platform/messages/index.ts';
import type { SheetFault, SheetSpec, SheetText } from '../../../kernel/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { ProjectImportCheckJson } from '../../contract.ts';

/** An uploaded file with the text of its cells. */
export interface SentSheets {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetText[];
}

const mostFaults = 500;
const mostDifferences = 200;

/** The sheet of a file that is meant: the one of this name, or the only one. Refuses none, and one that is too long. */
export function sheetOf({ sheets }: SentSheets, spec: SheetSpec, most: number): SheetText {
  const sheet = sheets.find(({ name }) => name === spec.name) ?? (sheets.length === 1 ? sheets[0] : undefined);
  if (sheet === undefined)
    throw new RefusalError({ code: 'project-sheet-missing', field: spec.name, given: spec.name });
  if (sheet.rows.length - 1 > most)
    throw new RefusalError({ code: 'project-sheet-long', field: spec.name, given: sheet.rows.length - 1, limit: most });
  return sheet;
}

export interface Difference {
  readonly key: string;
  readonly name: string;
  readonly fate: 'added' | 'changed';
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** What an import would do, as every import of the product tells it. */
export function checkAnswer(
  spec: SheetSpec,
  planned: {
    readonly rows: number;
    readonly faults: readonly SheetFault[];
    readonly differences: readonly Difference[];
    readonly doubles?: ProjectImportCheckJson['doubles'];
    readonly fingerprint: string;
  },
): ProjectImportCheckJson {
  const count = (fate: Difference['fate']): number => planned.differences.filter((each) => each.fate === fate).length;
  return {
    ...{ rows: planned.rows, faultCount: planned.faults.length },
    faults: planned.faults.slice(0, mostFaults).map((fault) => ({
      ...{ sheet: fault.sheet, row: fault.row, column: fault.column, code: fault.code },
      ...{ given: fault.given ?? null, message: say(fault) },
    })),
    counts: [{ sheet: spec.name, added: count('added'), changed: count('changed'), ended: 0 }],
    differences: planned.differences.slice(0, mostDifferences).map(({ changes, ...each }) => ({
      ...{ sheet: spec.name, ...each },
      changes: changes.map((change) => ({ ...change })),
    })),
    doubles: planned.doubles ?? [],
    fingerprint: planned.fingerprint,
  };
}

/** Refuses to carry out what was not checked like this, has faults, or does nothing. */
export function refuseUnready(
  planned: {
    readonly faults: readonly SheetFault[];
    readonly differences: readonly unknown[];
    readonly fingerprint: string;
  },
  { fileName, fingerprint }: { readonly fileName: string; readonly fingerprint: string },
): void {
  if (planned.fingerprint !== fingerprint)
    throw new RefusalError({ code: 'project-import-stale', field: 'fingerprint' });
  if (planned.faults.length > 0)
    throw new RefusalError({ code: 'import-faulty', field: fileName, given: planned.faults.length });
  if (planned.differences.length === 0) throw new RefusalError({ code: 'import-changes-nothing', field: fileName });
}
