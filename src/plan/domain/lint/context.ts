import type { DocumentExtraction } from '../../../document/index.ts';
import { liesWithin, type RegionEntry } from '../register/index.ts';
import { type Figure, readFigures } from './figure/figure.ts';
import { type Level, readLevels } from './figure/level.ts';
import type { LintInput } from './input.ts';
import type { Register } from './register.ts';
import { type DocumentText, readDocumentText } from './text/document-text.ts';

/** Everything a rule may look at. Made once a document. */
export interface LintContext {
  readonly document: DocumentExtraction;
  readonly text: DocumentText;
  readonly register: Register;
  /** The region that speaks, when the register knows it. */
  readonly home: RegionEntry | null;
  readonly figures: readonly Figure[];
  readonly levels: readonly Level[];
  readonly period: Period | null;
  /** An interpretation (解读) tells what another document says; it need not be complete itself. */
  readonly explains: boolean;
  readonly parents: readonly LintParent[];
}

export interface LintParent {
  readonly title: string;
  readonly document: DocumentExtraction;
  readonly home: RegionEntry | null;
  readonly figures: readonly Figure[];
}

/** Years that a plan covers, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export function makeContext({ source, extraction, parents, register }: LintInput): LintContext {
  const text = readDocumentText(source, extraction);
  const home = homeOf(extraction, register);
  const figures = readFigures({
    document: extraction,
    text,
    register: nearRegister(register, home),
    home: home?.code ?? null,
  });
  return {
    document: extraction,
    text,
    register,
    home,
    figures,
    levels: readLevels(figures, text),
    period: periodOf(extraction.title),
    explains: /^(?:【?(?:政策)?解读|图解|一图读懂|问答)/.test(extraction.title ?? ''),
    parents: parents.map((parent) => {
      const parentHome = homeOf(parent.extraction, register);
      return {
        title: parent.title,
        document: parent.extraction,
        home: parentHome,
        figures: readFigures({
          document: parent.extraction,
          text: parent.source ? readDocumentText(parent.source, parent.extraction) : null,
          register: nearRegister(register, parentHome),
          home: parentHome?.code ?? null,
        }),
      };
    }),
  };
}

/** The narrowest known region in the name of the issuer, else in the title: 南昌市青山湖区人民政府 is 青山湖区. */
function homeOf(document: DocumentExtraction, register: Register): RegionEntry | null {
  for (const words of [document.issuer ?? '', document.title ?? '']) {
    const named = register.regions
      .filter((r) => [r.name, ...r.aliases].some((name) => words.includes(name)))
      .map((r) => ({ r, at: Math.max(...[r.name, ...r.aliases].map((name) => words.indexOf(name))) }));
    const last = named.sort((a, b) => b.at - a.at)[0];
    if (last) return last.r;
  }
  return null;
}

/** Chains of the region itself and of those above it: another city may call another chain by the same name. */
function nearRegister(register: Register, home: RegionEntry | null): Register {
  if (home === null) return register;
  return { ...register, chains: register.chains.filter((c) => liesWithin(home.code, c.region, register.regions)) };
}

/** Years in the title: （2025—2027年）. */
function periodOf(title: string | null): Period | null {
  const m = /(20\d{2})年?\s*(?:[-—–－~～至到]+)\s*(20\d{2})\s*年/.exec(title ?? '');
  const period = m === null ? null : { from: Number(m[1]), to: Number(m[2]) };
  return period && period.to >= period.from ? period : null;
}
