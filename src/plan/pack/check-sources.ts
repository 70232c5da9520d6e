import type { PackFault } from '../../kernel/index.ts';
import type { PlanContent } from './plan-schema.ts';

/** Every figure must lead back to a document and a place in it: the document is named, and the place is in the outline. */
export function checkSources(plan: PlanContent): PackFault[] {
  return [...checkDocument(plan), ...checkPlaces(plan), ...checkQuotes(plan)];
}

function checkDocument(plan: PlanContent): PackFault[] {
  const faults: PackFault[] = [];
  if (plan.docNumber === null && plan.docNumberReason === null)
    faults.push({ code: 'pack-source-unnamed', path: ['docNumber'], given: null, limit: 'docNumberReason' });
  if (plan.issuer === null && plan.issuerReason === null)
    faults.push({ code: 'pack-source-unnamed', path: ['issuer'], given: null, limit: 'issuerReason' });
  if (plan.issuedOn === null && plan.issuedOnReason === null)
    faults.push({ code: 'pack-source-unnamed', path: ['issuedOn'], given: null, limit: 'issuedOnReason' });
  if ((plan.validFrom !== null || plan.validTo !== null) && plan.validityPlace === null)
    faults.push({ code: 'pack-place-missing', path: ['validityPlace'], given: null, limit: 'place' });
  return faults;
}

function checkPlaces(plan: PlanContent): PackFault[] {
  const known = new Set(plan.outline.map((node) => node.no));
  const inOutline = (no: string) => known.has(no) || known.has(no.replace(/\/?#\d+$/, ''));
  const cited: [PackFault['path'], string | null][] = [
    [['validityPlace'], plan.validityPlace],
    [['stacking', 'place'], plan.stacking?.place ?? null],
    [['inherited', 'place'], plan.inherited?.place ?? null],
    ...plan.parents.map((p, i): [PackFault['path'], string] => [['parents', i, 'place'], p.place]),
    ...plan.indicators.map((x, i): [PackFault['path'], string] => [['indicators', i, 'place'], x.place]),
    ...plan.tasks.map((x, i): [PackFault['path'], string] => [['tasks', i, 'no'], x.no]),
    ...plan.clauses.map((x, i): [PackFault['path'], string] => [['clauses', i, 'place'], x.place]),
    ...plan.tables.map((x, i): [PackFault['path'], string] => [['tables', i, 'place'], x.place]),
  ];
  return cited.flatMap(([path, no]) =>
    no === null || inOutline(no) ? [] : [{ code: 'pack-place-unknown', path, given: no, limit: 'outline' }],
  );
}

/** Official texts are not copied into packs: words of the document stand only in packs of invented ones. */
function checkQuotes(plan: PlanContent): PackFault[] {
  if (plan.invented) return [];
  const quoted = (items: readonly { quote: string | null }[], list: string): PackFault[] =>
    items.flatMap((item, i) =>
      item.quote === null ? [] : [{ code: 'pack-quote-of-real-document', path: [list, i, 'quote'], given: item.quote }],
    );
  return [...quoted(plan.indicators, 'indicators'), ...quoted(plan.clauses, 'clauses')];
}
