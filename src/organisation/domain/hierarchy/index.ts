export { type ClosureRow, closureOf } from './closure.ts';
export { faultsOf, type HierarchyFault, type HierarchyFaultCode } from './faults.ts';
export {
  ancestorsAt,
  type Hierarchy,
  hierarchyOf,
  parentAt,
  pathAt,
  standingAt,
  subtreeAt,
  type Term,
  termAt,
} from './hierarchy.ts';
