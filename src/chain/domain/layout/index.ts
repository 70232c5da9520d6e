/** The drawing of a chain as a graph: places of boxes, ways of links, folded stages, steps by keyboard. Runs in browsers too. */
export * from './fold.ts';
export { layoutOf } from './layout.ts';
export type * from './model.ts';
export { pathOf } from './path.ts';
export * from './walk.ts';
