import type { Static } from 'typebox';
import type { RoundPageSchema } from './api.ts';
import type * as entry from './entry.ts';
import type * as round from './round.ts';

/** The API of selection rounds: schemas beside, here the endpoints and the types that the web uses. Points are whole hundredths. */
export { selectionApi } from './api.ts';

export type SelectionRoundJson = Static<typeof round.RoundSchema>;
export type SelectionRoundBody = Static<typeof round.RoundBody>;
export type SelectionOptionsJson = Static<typeof round.OptionsSchema>;
export type SelectionPageJson = Static<typeof RoundPageSchema>;
export type SelectionEntryJson = Static<typeof entry.EntrySchema>;
export type SelectionOfficeJson = Static<typeof entry.OfficeSchema>;
export type SelectionRankingJson = Static<typeof entry.RankingSchema>;
export type SelectionRankedJson = Static<typeof entry.RankedSchema>;
export type SelectionSheetJson = Static<typeof entry.SheetSchema>;
export type SelectionProspectJson = Static<typeof entry.ProspectSchema>;
export type TitleRemovalJson = Static<typeof entry.RemovalSchema>;
export type TitleReviewJson = Static<typeof entry.ReviewSchema>;
