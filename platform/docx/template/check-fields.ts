import { nearest, type Refusal } from '../../../src/kernel/index.ts';
import type { Field } from './field.ts';
import { placeInWords } from './place.ts';
import type { TemplateParagraph } from './read-paragraphs.ts';

/** A field as it stands in a template: {名称}, {#名称}, {^名称}, {/名称}. */
interface Call {
  readonly mark: '' | '#' | '^' | '/';
  readonly name: string;
  /** With its braces, as it stands there. */
  readonly written: string;
  readonly paragraph: TemplateParagraph;
}

interface Open {
  readonly call: Call;
  /** Null when the field is unknown: what stands within is then not judged. */
  readonly scope: readonly Field[] | null;
}

/** What is wrong with the fields of one part. */
export function checkFields(paragraphs: readonly TemplateParagraph[], fields: readonly Field[]): Refusal[] {
  const refusals: Refusal[] = [];
  const stack: Open[] = [];
  const visible = (): readonly Field[] => [...stack.flatMap((each) => each.scope ?? []).reverse(), ...fields];
  const isJudged = (): boolean => stack.every((each) => each.scope !== null);
  const tell = (code: string, call: Call, limit: string | null = null): void => {
    refusals.push({ code, field: placeInWords(call.paragraph.place), given: call.written, limit });
  };
  for (const paragraph of paragraphs) {
    const { calls, loose } = callsOf(paragraph);
    for (const written of loose) {
      const wide = /[｛｝]/u.test(written);
      refusals.push({
        code: wide ? 'template-brace-wide' : 'template-brace',
        field: placeInWords(paragraph.place),
        given: written,
        limit: wide ? written.replace('｛', '{').replace('｝', '}') : null,
      });
    }
    for (const call of calls) {
      if (call.mark === '/') close(call);
      else judge(call);
    }
  }
  for (const { call } of stack) tell('template-field-open', call, `{/${call.name}}`);
  return refusals;

  function judge(call: Call): void {
    const known = visible();
    const field = known.find((each) => each.name === call.name);
    if (field === undefined && isJudged()) {
      const near = nearest(
        call.name,
        known.map((each) => each.name),
      );
      tell('template-field-unknown', call, near === null ? null : `{${call.mark}${near}}`);
    } else if (field !== undefined) checkKind(call, field);
    if (call.mark === '#') {
      stack.push({ call, scope: field === undefined ? null : field.kind === 'list' ? field.fields : [] });
    } else if (call.mark === '^') stack.push({ call, scope: field === undefined ? null : [] });
  }

  function checkKind(call: Call, field: Field): void {
    const repeats = field.kind === 'list' || field.kind === 'flag';
    if (repeats !== (call.mark !== '')) tell('template-field-kind', call, usage(field));
    if (field.kind !== 'blocks' || call.mark !== '') return;
    const { text, place } = call.paragraph;
    if (place.part !== 'body' || place.inTextBox) tell('template-field-place', call);
    else if (text.trim() !== call.written) tell('template-field-alone', call);
  }

  function close(call: Call): void {
    const at = stack.findLastIndex((each) => each.call.name === call.name);
    if (at < 0) {
      tell('template-field-unopened', call, `{#${call.name}}`);
      return;
    }
    for (const { call: left } of stack.splice(at + 1)) tell('template-field-open', left, `{/${left.name}}`);
    const opened = stack.pop();
    if (opened === undefined) return;
    const [first, last] = [opened.call.paragraph, call.paragraph];
    const besides = first.container === last.container || (first.table !== '' && first.table === last.table);
    if (!besides) tell('template-field-crossed', call, placeInWords(first.place));
  }
}

/** Names of the fields that paragraphs call. */
export const calledNames = (paragraphs: readonly TemplateParagraph[]): ReadonlySet<string> =>
  new Set(paragraphs.flatMap((paragraph) => callsOf(paragraph).calls.map((call) => call.name)));

/** How a field of this kind is called. */
export function usage({ name, kind }: Field): string {
  return kind === 'list' || kind === 'flag' ? `{#${name}}…{/${name}}` : `{${name}}`;
}

/** The fields of a paragraph, and braces that belong to none. */
function callsOf(paragraph: TemplateParagraph): { calls: Call[]; loose: string[] } {
  const calls: Call[] = [];
  const { text } = paragraph;
  const rest = text.replace(/\{([^{}]*)\}/gu, (written, inner: string) => {
    const [, mark = '', name = ''] = /^\s*([#^/]?)\s*(.*?)\s*$/su.exec(inner) ?? [];
    calls.push({ mark: mark as Call['mark'], name, written, paragraph });
    return '　'.repeat(written.length);
  });
  const loose: string[] = [];
  for (const { 0: found, index } of rest.matchAll(/[{}]|｛[^｛｝]{0,40}｝/gu)) {
    loose.push(found.length > 1 ? found : text.slice(index, index + 12));
  }
  return { calls, loose };
}
