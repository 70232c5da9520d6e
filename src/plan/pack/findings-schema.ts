import Type from 'typebox';
import { closed, id, oneOf, text } from './fields.ts';

/** Schema of the findings that lint must make on the demo documents. */
export const expectedFindingsSchema = closed({
  kind: Type.Literal('expected-findings'),
  id: id(),
  /** Folder of the document, without `packs/`. */
  document: id(),
  findings: Type.Array(
    closed({
      rule: id(),
      severity: oneOf('error', 'warning', 'notice'),
      place: text(60),
      /** Words of the document that the finding must overlap. */
      quote: text(200),
      note: text(),
    }),
  ),
});

export type ExpectedFindingsContent = Type.Static<typeof expectedFindingsSchema>;
