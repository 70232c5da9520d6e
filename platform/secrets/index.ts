/** Everything that must stay secret: tokens, password hashes, the key of the installation, one-time codes. */
export { hashPassword, isCurrentHash, spendHashingTime, verifyPassword } from './argon.ts';
export { base32, fromBase32 } from './base32.ts';
export { openSecretKey, type SecretKey } from './key.ts';
export { type Logins, openLogins } from './logins.ts';
export { newRecoveryCode, newToken, randomPassword, sameText, tokenHash } from './token.ts';
export { totpCode, totpSecret, totpUri } from './totp.ts';
