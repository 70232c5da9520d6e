import type { OutlineNode } from '../../../document/index.ts';
import type { Span } from '../../../kernel/index.ts';
import type { LintContext } from './context.ts';
import type { Finding, Severity } from './model.ts';

interface Details {
  readonly severity: Severity;
  readonly message: string;
  readonly arithmetic?: string;
  /** Known for extracted items; else looked up in the outline. */
  readonly path?: readonly string[];
  readonly related?: Finding['related'];
}

/** A finding at a place of the source. */
export function findingAt(context: LintContext, rule: string, place: Span, details: Details): Finding {
  return {
    rule,
    severity: details.severity,
    message: details.message,
    arithmetic: details.arithmetic ?? null,
    start: place.start,
    end: place.end,
    path: details.path ?? pathAt(context.document.outline, place.start),
    related: details.related ?? [],
  };
}

/** A finding at a stretch of the mended text. */
export const findingIn = (context: LintContext, rule: string, span: Span, details: Details): Finding =>
  findingAt(context, rule, context.text.place(span), details);

/** Another place of this document that belongs to a finding. */
export const here = (place: Span): Finding['related'][number] => ({
  start: place.start,
  end: place.end,
  document: null,
});

/** Headings above an offset of the source, from the outside in. */
export function pathAt(outline: readonly OutlineNode[], offset: number): string[] {
  const path: string[] = [];
  let level = outline;
  for (;;) {
    const node = level.find((n) => offset >= n.start && offset < n.end);
    if (node === undefined) return path;
    path.push(headingOf(node));
    level = node.children;
  }
}

function headingOf({ label, title }: OutlineNode): string {
  const short = title.length > 40 ? `${title.slice(0, 40)}…` : title;
  if (/^[一二三四五六七八九十百]+$/.test(label)) return `${label}、${short}`;
  if (/^\d+$/.test(label)) return `${label}.${short}`;
  return /^[附第]/.test(label) && short ? `${label} ${short}` : `${label}${short}`;
}
