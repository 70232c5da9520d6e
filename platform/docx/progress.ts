/** How far a document has come: `done` of `total` steps of a stage. */
export interface DocumentProgress {
  readonly stage: 'compose' | 'fill' | 'pack' | 'pdf';
  readonly done: number;
  readonly total: number;
}

export type TellProgress = (progress: DocumentProgress) => void;
