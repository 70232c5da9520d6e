/** Rows as PostgreSQL copies them in binary form. Nothing else is imported here, so that threads may read them too. */

/**
 * The rows of a binary copy: nineteen bytes of heading and how long what follows it is, then each row by its fields. What a
 * field holds is not read: whole numbers are big-endian, days count from 2000-01-01.
 */
export function tuplesOf(bytes: Buffer): (Buffer | null)[][] {
  const rows: (Buffer | null)[][] = [];
  for (let at = 19 + bytes.readInt32BE(15); ; ) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    if (fields < 0) return rows;
    const row: (Buffer | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : bytes.subarray(at, at + length));
      if (length > 0) at += length;
    }
    rows.push(row);
  }
}
