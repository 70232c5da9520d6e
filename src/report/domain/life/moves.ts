import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type BulletinState, type BulletinStep, bulletinStateNames } from './state.ts';

/** As much of a paper as its moves depend on. */
export interface Standing {
  readonly state: BulletinState;
  readonly revision: number;
  /** Everybody who composed or changed it. */
  readonly authors: readonly string[];
  /** Numbers in it that are not as they were frozen. */
  readonly faults: number;
}

export interface Asked {
  readonly step: Exclude<BulletinStep, 'compose' | 'correct' | 'answer'>;
  /** As the person saw it. */
  readonly revision: number;
  readonly by: string;
  readonly reason?: string;
}

const from: Readonly<Record<Asked['step'], readonly BulletinState[]>> = {
  edit: ['draft'],
  submit: ['draft'],
  'take-back': ['review'],
  return: ['review'],
  sign: ['review'],
  withdraw: ['draft', 'review', 'signed'],
  send: ['signed'],
  archive: ['sent'],
};
const to: Readonly<Record<Asked['step'], BulletinState>> = {
  edit: 'draft',
  submit: 'review',
  'take-back': 'draft',
  return: 'draft',
  sign: 'signed',
  withdraw: 'withdrawn',
  send: 'sent',
  archive: 'archived',
};
const withReason: ReadonlySet<Asked['step']> = new Set(['return', 'withdraw']);

/**
 * The state after a step. Refuses a step out of turn, on another revision than the one that was seen, without the reason that it
 * needs; a signature by anybody who wrote in it; and one under numbers that differ from the frozen ones without a reason.
 */
export function move(standing: Standing, { step, revision, by, reason = '' }: Asked): Result<BulletinState> {
  const refusals: Refusal[] = [];
  if (standing.revision !== revision)
    return refuse({ code: 'bulletin-changed', given: revision, limit: standing.revision });
  if (!from[step].includes(standing.state))
    return refuse({
      code: 'bulletin-state',
      given: bulletinStateNames[standing.state],
      limit: from[step].map((state) => bulletinStateNames[state]).join('、'),
    });
  if (withReason.has(step) && reason.trim() === '') refusals.push({ code: 'bulletin-reason', field: 'reason' });
  if (step === 'sign' && standing.authors.includes(by)) refusals.push({ code: 'bulletin-second-person' });
  if (step === 'sign' && standing.faults > 0 && reason.trim() === '')
    refusals.push({ code: 'bulletin-figures-differ', field: 'reason', given: standing.faults });
  return refusals.length > 0 ? refuse(...refusals) : ok(to[step]);
}

/** Whether the step would go through, were it asked for with a reason. */
export const mayMove = (standing: Standing, step: Asked['step'], by: string): boolean =>
  move(standing, { step, by, revision: standing.revision, reason: '-' }).ok;
