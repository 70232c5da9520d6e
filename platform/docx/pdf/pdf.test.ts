import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../../src/kernel/index.ts';
import { libreOffice } from '../../../tests/tools.ts';
import { type Block, measurePdf, type OfficialDocument, type PageMeasure, renderPdf, writeDocx } from '../index.ts';
import { bulletin } from '../testing/bulletin.ts';
import { partText } from '../testing/package.ts';
import { makeTemplate } from '../testing/template.ts';
import { loosenGrid } from './loosen-grid.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.catch((error: unknown) => error);
  return cause instanceof RefusalError ? cause.refusals.map((each) => each.code).join() : `not refused: ${cause}`;
};
const paper = (...blocks: Block[]): OfficialDocument => ({ title: '情况通报', blocks });

describe('before LibreOffice is asked', () => {
  test('refused where there is none, and for what is no package', async () => {
    expect(await codeOf(renderPdf(Buffer.from('PK'), { soffice: null }))).toBe('pdf-needs-libreoffice');
    expect(await codeOf(renderPdf(Buffer.from('no zip'), { soffice: '/bin/false' }))).toBe('truncated');
  });

  test('a program that makes nothing is refused', async () => {
    expect(await codeOf(renderPdf(await writeDocx(paper()), { soffice: '/bin/false' }))).toBe('pdf-failed');
  });

  test('the copy for it keeps the lines, gives up the squares, and leaves other files alone', async () => {
    const docx = await writeDocx(paper({ kind: 'paragraph', text: '文' }));
    const copy = loosenGrid(docx);
    expect(await partText(copy, 'word/document.xml')).toContain('<w:docGrid w:type="lines" w:linePitch="579"');
    expect(await partText(copy, 'word/styles.xml')).toContain('<w:rPrDefault><w:rPr><w:spacing w:val="-5"/>');
    const plain = makeTemplate('<w:p/>');
    expect(loosenGrid(plain)).toBe(plain);
  });
});

const office = libreOffice();

describe.skipIf(office.path === null)('through LibreOffice (apt-get install libreoffice-writer)', () => {
  const read = async (document: OfficialDocument): Promise<readonly PageMeasure[]> =>
    measurePdf(await renderPdf(await writeDocx(document)));
  const isFooter = (text: string): boolean => /^— ?\d+ ?—$/u.test(text.trim());

  test('22 lines of 28 characters on A4, within the margins of the standard', async () => {
    const pages = await read(
      paper(...Array.from({ length: 3 }, (): Block => ({ kind: 'paragraph', text: '汉'.repeat(28 * 22) }))),
    );
    expect(pages.length).toBeGreaterThan(2);
    const [, second] = pages;
    expect(second?.width).toBeCloseTo(210, 0);
    expect(second?.height).toBeCloseTo(297, 0);
    const lines = second?.lines.filter((line) => !isFooter(line.text)) ?? [];
    expect(lines).toHaveLength(22);
    // First lines are set in by two characters, last ones are short.
    const full = lines.filter((line) => line.left < 30 && line.right > 180);
    expect(full.length).toBeGreaterThan(18);
    expect(new Set(full.map((line) => line.characters))).toEqual(new Set([28]));
    for (const line of full) {
      expect(line.left).toBeGreaterThan(27);
      expect(line.left).toBeLessThan(29);
      expect(line.right).toBeLessThanOrEqual(184.5);
      expect(line.right).toBeGreaterThan(183);
      expect(line.size).toBeCloseTo(16, 1);
    }
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no lines');
    // The first line begins 37 mm below the edge, the last ends 35 mm above the other.
    expect(first.baseline - (first.size * 25.4) / 72).toBeGreaterThan(36);
    expect(first.baseline).toBeLessThan(37 + 10.3);
    expect(last.baseline).toBeLessThanOrEqual(262);
    expect((last.baseline - first.baseline) / 21).toBeCloseTo(225 / 22, 1);
  });

  test('the same of a text as offices write it: marks, figures and headings between paragraphs of any length', async () => {
    const sentence =
      '各单位要对照清单逐项核实，已经超期的说明原因、定出日期；“按时办结率”低于90%的，由牵头单位当面说明。';
    const blocks = Array.from({ length: 24 }, (_, at): Block[] => [
      { kind: 'heading', level: 1, text: `第${at + 1}方面的情况` },
      { kind: 'paragraph', text: sentence.repeat(1 + (at % 5)).slice(0, 40 + at * 11) },
    ]).flat();
    const pages = await read(paper(...blocks));
    expect(pages.length).toBeGreaterThan(3);
    let full = 0;
    for (const page of pages.slice(1, -1)) {
      const lines = page.lines.filter((line) => !isFooter(line.text));
      expect(lines).toHaveLength(22);
      const steps = lines.slice(1).map((line, at) => line.baseline - (lines[at]?.baseline ?? 0));
      for (const step of steps) expect(step).toBeCloseTo(225 / 22, 0);
      for (const line of lines) {
        // A line that begins at the margin and is full: marks that may not begin a line are drawn in or go over with their character.
        const isFull = line.left < 29 && line.right > 178;
        if (isFull && !/[\w%]/u.test(line.text)) {
          full += 1;
          expect([26, 27, 28, 29]).toContain(line.characters);
        }
        expect(line.left).toBeGreaterThan(27);
        // A mark may hang over the edge by half its square.
        expect(line.right).toBeLessThanOrEqual(184.5 + 5.7);
        expect(line.size).toBeCloseTo(16, 1);
        expect(line.text).not.toMatch(/^[，。；、）”%]/u);
      }
    }
    expect(full).toBeGreaterThan(20);
  });

  test('page numbers stand right on odd pages and left on even ones', async () => {
    const pages = await read(paper({ kind: 'paragraph', text: '汉'.repeat(28 * 50) }));
    const numbers = pages.map((page) => page.lines.find((line) => isFooter(line.text)));
    expect(numbers.map((line) => line?.text.replace(/\s/gu, ''))).toEqual(pages.map((_, at) => `—${at + 1}—`));
    expect(numbers[0]?.left).toBeGreaterThan(150);
    expect(numbers[1]?.left).toBeLessThan(40);
    expect(numbers[0]?.size).toBeCloseTo(14, 1);
  });

  test('heads of tables stand again, charts carry their words, the imprint lies at the foot of the last page', async () => {
    const long: Block = {
      kind: 'table',
      columns: [{ title: '名次栏', kind: 'number' }, { title: '单位栏' }],
      rows: Array.from({ length: 120 }, (_, at) => [String(at + 1), `第${at + 1}个单位`]),
    };
    const base = bulletin(1);
    const pages = await read({ ...base, blocks: [...base.blocks, long] });
    const texts = pages.map((page) => page.lines.map((line) => line.text.replace(/\s/gu, '')).join('\n'));
    expect(texts.filter((text) => text.includes('名次栏')).length).toBeGreaterThan(2);
    expect(texts.join('\n')).toContain('第120个单位');
    expect(texts.join('\n')).toMatch(/90\.7%/);
    expect(texts.join('\n')).toContain('亿元');
    const imprint = pages.at(-1)?.lines.find((line) => line.text.includes('抄送'));
    expect(imprint?.baseline).toBeGreaterThan(240);
    expect(pages.every((page) => page.fonts.length > 0)).toBe(true);
  });

  test('a letter has its red head above the type area and no number on its first page', async () => {
    const base = bulletin(1);
    const pages = await read({ ...base, head: { kind: 'letter', mark: '临江市链办' } });
    const [first, second] = pages;
    expect(first?.lines[0]?.text).toContain('临江市链办');
    expect(first?.lines[0]?.baseline).toBeLessThan(46);
    expect(first?.lines.some((line) => isFooter(line.text))).toBe(false);
    expect(second?.lines.some((line) => isFooter(line.text))).toBe(true);
  });

  test('addresses that an edited document links to are left alone', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
    const picture = `<w:p><w:r><w:t>图</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="x"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const relations = `<Relationship Id="x" Type="${type}" Target="${address}" TargetMode="External"/>`;
    try {
      const [page] = await measurePdf(await renderPdf(makeTemplate(picture, { relations })));
      expect(page?.lines[0]?.text).toContain('图');
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });
});
