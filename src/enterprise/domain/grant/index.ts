export { type GrantYear, grantsByYear } from './years.ts';
