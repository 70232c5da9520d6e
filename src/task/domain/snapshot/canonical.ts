/**
 * Plain JSON as text, the fields of every object in the order of their code units: the same content is the same text, byte
 * for byte, on every machine and in every year. Figures are whole numbers: throws on any other, whose text might differ.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`no whole number: ${value}`);
    return JSON.stringify(Object.is(value, -0) ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`nothing to write down: ${typeof value}`);
  return `{${fieldsOf(value)
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalText(field)}`)
    .join(',')}}`;
}

/** The fields that are written, in the order of their code units. */
const fieldsOf = (value: object): [name: string, field: unknown][] =>
  Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The text of an object in pieces, one an entry of its lists: together they are `canonicalText`, byte for byte. */
export function* canonicalPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{';
  for (const [name, field] of fieldsOf(value)) {
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (!Array.isArray(field)) {
      yield canonicalText(field);
      continue;
    }
    yield '[';
    for (const [at, each] of field.entries()) yield `${at === 0 ? '' : ','}${canonicalText(each)}`;
    yield ']';
  }
  yield before === '{' ? '{}' : '}';
}
