/** What is asked of an edition to know whether it is in force. */
interface Dated {
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
}

/** The edition of a title that was in force on a day; undefined before the first, after the last and in between. */
export const editionOn = <T extends Dated>(editions: readonly T[], title: string, on: string): T | undefined =>
  editions.find((each) => each.title === title && each.from <= on && (each.to === null || on <= each.to));
