export * from './editions.ts';
export * from './gaps.ts';
export * from './listing.ts';
export * from './of-enterprise.ts';
export * from './places.ts';
export * from './placing.ts';
export * from './standing.ts';
