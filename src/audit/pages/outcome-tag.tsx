import { type Outcome, outcomeName } from '../domain/entry.ts';
import './audit.css';

/** Done or refused, by words and by colour. */
export const OutcomeTag = ({ outcome }: { readonly outcome: Outcome }) => (
  <span className={`outcome outcome-${outcome}`}>{outcomeName[outcome]}</span>
);
