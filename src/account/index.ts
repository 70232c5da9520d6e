/** The face of the account slice. Requests and answers are in `contract.ts`, which a browser can load too. */
export type * from './contract.ts';
