/**
 * How far one e-mail or one call of a web hook has come.
 *
 * pending: waits for its time; sending: a dispatcher has it, and nothing that counts has left the house yet;
 * delivering: the last bytes were let go and the answer is awaited; sent; failed: refused for good, or tried too often;
 * uncertain: the dispatcher or the line died while delivering, so that nobody here knows whether it arrived; dropped:
 * the system administrator decided against it.
 */
export const deliveryStates = ['pending', 'sending', 'delivering', 'sent', 'failed', 'uncertain', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type Channel = 'mail' | 'hook';

/** What the system administrator may still decide: only where nothing more happens by itself. */
export const awaitsDecision = (state: DeliveryState): boolean => state === 'failed' || state === 'uncertain';
