/** What the server says about a workbook before it is carried out; each slice's check answers in this form. */
export interface ImportCheck {
  readonly rows: number;
  readonly faultCount: number;
  readonly faults: readonly ImportFault[];
  readonly counts: readonly {
    readonly sheet: string;
    readonly added: number;
    readonly changed: number;
    readonly ended: number;
  }[];
  readonly differences: readonly ImportDifference[];
  readonly fingerprint: string;
}
export interface ImportFault {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}
export interface ImportDifference {
  readonly sheet: string;
  readonly key: string;
  readonly name: string;
  readonly fate: 'added' | 'changed' | 'ended' | 'removed';
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** How one kind of workbook is imported. */
export interface ImportKind {
  /** What is imported: `组织机构`. */
  readonly name: string;
  /** Address of the empty workbook. */
  readonly template: string;
  check(file: File): Promise<ImportCheck>;
  /** Saves the workbook with what is wrong in it; left out: there is none, what is wrong is listed only. */
  downloadMarked?(file: File): Promise<void>;
  commit(file: File, fingerprint: string): Promise<void>;
  /** Said afterwards; left out: that it can be undone as a batch. */
  readonly done?: string;
  /** Name of a field on screens. */
  fieldName(field: string): string;
}
