import {
  type DocumentProgress,
  measurePdf,
  type OfficialDocument,
  renderPdf,
  writeDocx,
} from '../../platform/docx/index.ts';
import { bulletin } from '../../platform/docx/testing/bulletin.ts';
import { RefusalError } from '../../src/kernel/index.ts';

/** What making one bulletin took. */
export interface BulletinBench {
  readonly pages: number;
  readonly charts: number;
  readonly tables: number;
  /** Seconds for the Word file and for its PDF; no PDF where LibreOffice is missing. */
  readonly docx: number;
  readonly pdf: number | null;
  /** The same for a document of one paragraph: what starting a thread and LibreOffice takes on this machine now. */
  readonly bare: { readonly docx: number; readonly pdf: number | null };
  readonly docxBytes: number;
  readonly pdfBytes: number;
  /** Most memory that this process with its thread has held until the PDF was there, in bytes. */
  readonly peakBytes: number;
}

/** Makes a bulletin of so many chapters, each with a table and two charts on some three pages, and its PDF. */
export async function measureBulletin(chapters: number, progress: (line: string) => void): Promise<BulletinBench> {
  progress('先做一份只有一段的，看光是启动要多久……');
  const bare = await make({ title: '通报', blocks: [{ kind: 'paragraph', text: '一段。' }] }, () => undefined);
  const document = bulletin(chapters);
  const made = await make(document, ({ stage, done, total }) => progress(`${stages[stage]} ${done}/${total}`));
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const count = (kind: string): number => document.blocks.filter((block) => block.kind === kind).length;
  return {
    pages: made.pdf === null ? 0 : (await measurePdf(made.pdf)).length,
    charts: count('chart'),
    tables: count('table'),
    docx: made.docxSeconds,
    pdf: made.pdfSeconds,
    bare: { docx: bare.docxSeconds, pdf: bare.pdfSeconds },
    docxBytes: made.docx.length,
    pdfBytes: made.pdf?.length ?? 0,
    peakBytes,
  };
}

const stages = { compose: '排版', fill: '填写', pack: '打包', pdf: '生成 PDF' } as const;

async function make(document: OfficialDocument, tell: (progress: DocumentProgress) => void) {
  const start = performance.now();
  const docx = await writeDocx(document, tell);
  const written = performance.now();
  const pdf = await renderPdf(docx, { tell }).catch(withoutOffice);
  const docxSeconds = (written - start) / 1000;
  return { docx, docxSeconds, pdf, pdfSeconds: pdf === null ? null : (performance.now() - written) / 1000 };
}

function withoutOffice(error: unknown): null {
  if (error instanceof RefusalError && error.refusals[0]?.code === 'pdf-needs-libreoffice') return null;
  throw error;
}
