export { watchProcess } from './process.ts';
export { type Metrics, openMetrics, type Sample } from './registry.ts';
