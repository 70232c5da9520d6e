/** What leaves the house: e-mail and web hooks, each with the moment from which on it can no longer be taken back. */
export { mayCall } from './addresses.ts';
export { callHook, type HookCall } from './hook.ts';
export { type Mail, type MailServer, sendMail } from './mail.ts';
export { atOnce, type LetGo, type Outcome } from './outcome.ts';
export { type HookAlgorithm, signatureFor } from './signature.ts';
