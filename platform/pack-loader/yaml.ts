import { isAlias, isCollection, isNode, LineCounter, type Node, type ParsedNode, parseDocument, visit } from 'yaml';
import { type Refusal, RefusalError } from '../../src/kernel/index.ts';
import { packLimits } from './limits.ts';

/** A YAML file as plain values, with the line of each value for refusals. */
export interface PackSource {
  readonly value: unknown;
  /** 1-based line of the value at this path, or of the nearest value above it. */
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * Reads one YAML document. `name` is the file as refusals shall call it.
 * Refused: syntax errors, doubled keys, several documents, anchors and aliases (they make bombs, and officials do not
 * need them), tags of other types, nesting deeper than the limit.
 */
export function readYaml(text: string, name: string): PackSource {
  refuseDeepFlow(text, name);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, schema: 'core' });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw refusal('pack-not-yaml', name, lines.linePos(fault.pos[0]).line, fault.code);

  visit(document, (_, node, path) => {
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    if (isAlias(node)) throw refusal('pack-alias', name, line, `*${node.source}`);
    if (isNode(node) && 'anchor' in node && node.anchor) throw refusal('pack-alias', name, line, `&${node.anchor}`);
    if (path.length > packLimits.depth * 2) throw refusal('pack-too-deep', name, line, null, packLimits.depth);
  });

  const lineOf = (path: readonly (string | number)[]): number => {
    let line = 1;
    let at: Node | ParsedNode | null = document.contents;
    for (const step of path) {
      const next: unknown = isCollection(at) ? at.get(step, true) : undefined;
      if (!isNode(next) || !next.range) break;
      line = lines.linePos(next.range[0]).line;
      at = next;
    }
    return line;
  };
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf };
}

/** Bracket towers are refused before the parser sees them: it works by recursion. */
function refuseDeepFlow(text: string, name: string): void {
  let depth = 0;
  let line = 1;
  for (const character of text) {
    if (character === '\n') line++;
    else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    if (depth > packLimits.depth) throw refusal('pack-too-deep', name, line, null, packLimits.depth);
  }
}

function refusal(code: string, name: string, line: number, given: string | null, limit?: number): RefusalError {
  const refused: Refusal = { code, field: `${name}:${line}`, given };
  return new RefusalError(limit === undefined ? refused : { ...refused, limit });
}
