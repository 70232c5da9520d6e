import pg from 'pg';
import type { TableShape } from './catalog.ts';

const named = ({ name, columns }: TableShape): string =>
  `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;

/** Reads a table whole, in the order in which its rows lie. */
export const copyOut = (table: TableShape): string => `copy ${named(table)} to stdout`;

/** Writes rows into a table. */
export const copyIn = (table: TableShape): string => `copy ${named(table)} from stdin`;
