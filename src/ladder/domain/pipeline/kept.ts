/** What is kept of a judgement, by the names of the columns; `no` is the enterprise's place in the register. */
export const keptColumns = [
  ...['no', 'title', 'standing', 'given_on', 'ends_on', 'program_id', 'verdict', 'reach', 'within', 'unmet', 'open'],
  ...['least', 'most', 'facts'],
] as const;
export type KeptColumn =
  | (
      | 'no'
      | 'title'
      | 'standing'
      | 'given_on'
      | 'ends_on'
      | 'program_id'
      | 'verdict'
      | 'reach'
      | 'within'
      | 'unmet'
      | 'open'
    )
  | ('least' | 'most' | 'facts');
