import type { Span } from '../../kernel/index.ts';

/**
 * What a file says, before anybody understands it: the text that every offset points into, and what the file format
 * knew about it (tables, page breaks, running headers). Plain text files carry only `text`.
 */
export interface SourceText {
  readonly text: string;
  readonly format: SourceFormat;
  /** Tables that the format marks as such (docx, html, pdf rulings). Plain text has none: they are rebuilt later. */
  readonly tables: readonly SourceTable[];
  /** Start offset of each page, first page 0; empty when the format has no pages. */
  readonly pageStarts: readonly number[];
  /** Page numbers and running headers known from their position on the page: kept in the text, skipped in reading. */
  readonly furniture: readonly Span[];
}
export type SourceFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'doc' | 'wps' | 'odt' | 'rtf';

export interface SourceTable extends Span {
  readonly rows: readonly (readonly SourceCell[])[];
}
export interface SourceCell extends Span {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Fields shared by everything that is read out of a document. */
export interface Located extends Span {
  /** Headings from the outside in, each with its printed label: `["三、支持政策", "（一）支持改造升级"]`. */
  readonly path: readonly string[];
  /** 0 to 1: how sure the reading is. */
  readonly confidence: number;
  /** Readings that were possible and not taken, in words. */
  readonly rejected: readonly string[];
}

export interface OutlineNode extends Span {
  /** Printed label without stops: `一`, `（一）`, `1`, `第三条`, `附件2`; a bare word such as `具体措施`. */
  readonly label: string;
  readonly title: string;
  /** Labels from the outside in joined by `/`, for example `三/（一）/2`. */
  readonly no: string;
  readonly level: number;
  readonly children: readonly OutlineNode[];
}

export type Comparator = '=' | '>=' | '>' | '<=' | '<' | '~' | 'range';
export type TargetMode = 'level' | 'increment' | 'cumulative' | 'annual' | 'growth';

export interface IndicatorItem extends Located {
  /** The sentence stretch that names and numbers it. */
  readonly text: string;
  readonly name: string;
  readonly value: number;
  readonly value2: number | null;
  readonly unit: string;
  readonly op: Comparator;
  readonly year: number | null;
  readonly mode: TargetMode;
  readonly scope: string | null;
  /** True when it was read from a table cell. */
  readonly table: boolean;
  /** The same name, value and year stands earlier in the document. */
  readonly repeat: boolean;
}

export interface TaskItem extends Located {
  readonly no: string;
  readonly title: string | null;
  readonly text: string;
  readonly lead: string | null;
  readonly coLeads: readonly string[];
  readonly units: readonly string[];
  /** Units that a general sentence adds to this task (“以下均需…落实，不再列出”); not repeated in `units`. */
  readonly inheritedUnits: readonly string[];
  /** One entry for each bracket of units when an item has several. */
  readonly groups: readonly { readonly lead: string | null; readonly units: readonly string[] }[];
  /** Months `YYYY-MM` in the order written. */
  readonly deadlines: readonly string[];
  /** Recurring duties: `monthly`, `quarterly`, `yearly`. */
  readonly recurring: readonly ('monthly' | 'quarterly' | 'yearly')[];
}

export type ClauseKind = 'fixed' | 'rate' | 'rate+cap' | 'tiered';

export interface ClauseItem extends Located {
  readonly text: string;
  readonly subject: string | null;
  readonly condition: string | null;
  readonly kind: ClauseKind;
  /** 万元 */
  readonly amount: number | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  /** percent */
  readonly rate: number | null;
  readonly rateMin: number | null;
  readonly rateMax: number | null;
  readonly base: string | null;
  /** 万元 */
  readonly cap: number | null;
  /** 万元; not paid below it */
  readonly floor: number | null;
  readonly payer: string | null;
  readonly matchedBy: string | null;
  readonly per: string | null;
  readonly series: string | null;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  /** 就高不重复 and the like, in the words of the document. */
  readonly stacking: string | null;
}

export interface TableItem extends Located {
  readonly title: string | null;
  readonly unit: string | null;
  /** Headings from the outside in for each column. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
  /** Every cell of a target table as a target, totals and parts: ready to become targets. Empty for other tables. */
  readonly targets: readonly IndicatorItem[];
}
export interface TableRow extends Span {
  readonly headings: readonly string[];
  readonly cells: readonly TableCell[];
}
export interface TableCell extends Span {
  readonly text: string;
  /** Null for text, for a dash and for an empty cell: blank is not zero. */
  readonly value: number | null;
}

export interface AnnexItem extends Span {
  readonly label: string;
  readonly title: string;
}

/** One document of a file, read. */
export interface DocumentExtraction extends Span {
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validityText: string | null;
  readonly addressees: readonly string[];
  readonly annexes: readonly AnnexItem[];
  readonly outline: readonly OutlineNode[];
  readonly indicators: readonly IndicatorItem[];
  readonly tasks: readonly TaskItem[];
  readonly clauses: readonly ClauseItem[];
  readonly tables: readonly TableItem[];
}
