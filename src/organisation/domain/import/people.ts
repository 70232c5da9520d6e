import type { SheetRecord } from '../../../kernel/index.ts';
import { same } from '../change/model.ts';
import type { Person } from '../model.ts';
import { type Desk, given, identify, put, sensitive, tell, textOf } from './desk.ts';

/**
 * People by their id, or by name together with telephone or identity number. A row that has a name alone, which somebody
 * bears already, does not tell who is meant and is refused.
 */
export function importPeople(desk: Desk, records: readonly SheetRecord[]): void {
  const stored = Map.groupBy(desk.before.person.values(), ({ name }) => name);
  for (const record of records) {
    const namesakes = stored.get(textOf(record, 'name') ?? '') ?? [];
    const [phone, idNumber] = [textOf(record, 'phone'), textOf(record, 'idNumber')];
    const found = namesakes.filter(
      (one) => (phone !== null && one.phone === phone) || (idNumber !== null && one.idNumber === idNumber),
    );
    const bare = textOf(record, 'id') === null && phone === null && idNumber === null;
    if (bare && namesakes.length > 0)
      tell(desk, 'person', record.row, {
        code: 'person-unclear',
        field: 'name',
        given: namesakes[0]!.name,
        limit: namesakes[0]!.id,
      });
    const key = identify(
      desk,
      'person',
      record,
      found.map(({ id }) => id),
    );
    const before = desk.before.person.get(key) ?? null;
    const after: Person = {
      id: key,
      name: given(record, 'name', before?.name ?? '') ?? '',
      phone: sensitive(desk, 'person', record, 'phone', before?.phone ?? null),
      idNumber: sensitive(desk, 'person', record, 'idNumber', before?.idNumber ?? null)?.toUpperCase() ?? null,
      email: given(record, 'email', before?.email ?? null),
      validTo: given(record, 'validTo', before?.validTo ?? null),
      note: given<string | null>(record, 'note', before?.note ?? '') ?? '',
    };
    put(desk, 'person', key, after, !same(before, after));
  }
}
