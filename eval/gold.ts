import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a person found in a document, to compare an extraction with. The rules are in docs/evaluation.md. */
export interface Gold {
  /** File name of the document. */
  readonly doc: string;
  /** 1-based first and last line of the annotated passage; null when the whole document is annotated. */
  readonly lines?: readonly [number, number] | null;
  readonly title?: string | null;
  readonly docNumber?: string | null;
  readonly issuer?: string | null;
  readonly issuedOn?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  /** Units that a general sentence adds to tasks; the annotated tasks do not repeat them. */
  readonly inheritedUnits?: readonly string[];
  readonly indicators?: readonly GoldIndicator[];
  readonly tasks?: readonly GoldTask[];
  readonly clauses?: readonly GoldClause[];
  /** Parts of a table whose totals are indicators with `table`: may be found, need not. */
  readonly cells?: readonly GoldCell[];
}

/** Neither found nor missed counts for these. */
interface Excusable {
  readonly optional?: boolean;
  readonly repeat?: boolean;
}
export interface GoldIndicator extends Excusable {
  readonly text: string;
  readonly name: string;
  readonly value: number;
  readonly value2?: number | null;
  readonly unit: string;
  readonly op: string;
  readonly year?: number | null;
  readonly mode: string;
  readonly scope?: string | null;
  readonly table?: boolean;
  readonly chain?: string;
}
export interface GoldCell {
  readonly name: string;
  readonly value: number;
  readonly year?: number | null;
  readonly scope?: string | null;
  readonly chain?: string;
}
export interface GoldTask extends Excusable {
  readonly no: string;
  readonly title?: string | null;
  readonly units: readonly string[];
  readonly lead?: string | null;
  readonly coLeads?: readonly string[];
  readonly deadlines?: readonly string[];
}
export interface GoldClause extends Excusable {
  readonly text: string;
  readonly condition?: string | null;
  readonly kind: string;
  readonly amount?: number | null;
  readonly rate?: number | null;
  readonly cap?: number | null;
  readonly payer?: string | null;
}

export interface GoldFile {
  readonly name: string;
  readonly gold: Gold;
  /** Path of the document; null when it is not in any of the folders. */
  readonly document: string | null;
}

/** The gold files of a folder, in order of their names, each with its document from the first folder that has it. */
export function readGold(folder: string, documentFolders: readonly string[]): GoldFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const gold: Gold = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const document = documentFolders.map((each) => join(each, gold.doc)).find((path) => existsSync(path)) ?? null;
      return { name: basename(name, '.json'), gold, document };
    });
}
