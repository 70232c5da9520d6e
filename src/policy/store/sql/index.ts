export { type Dialect, duckdb, postgres } from './dialect.ts';
export { factColumn, isNarrow } from './expression.ts';
export { summaryOf, type Words } from './read-summary.ts';
export { policySql, questions, type SqlQuestion } from './script.ts';
export { mostClauses, type PolicySql, type SqlOptions, scanQuery, sqlOf } from './statements.ts';
export { type DivisionName, divisionColumn } from './summary.ts';
