import { openPackage } from '../../files/package/open-package.ts';
import { readXml } from '../../files/package/read-xml.ts';

/** Children in the order that ECMA-376 (transitional) wants; what is named twice with a bar between may stand there in turn. */
const words = (text: string): readonly (readonly string[])[] => text.split(/\s+/u).map((each) => each.split('|'));

const axis =
  'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt';
const series = 'idx order tx spPr';

const orders: Readonly<Record<string, readonly (readonly string[])[]>> = {
  pPr: words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  rPr: words(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  ),
  tbl: words('bookmarkStart|bookmarkEnd tblPr tblGrid tr|bookmarkStart|bookmarkEnd'),
  tblPr: words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ),
  tr: words('tblPrEx trPr tc'),
  tc: words('tcPr p|tbl|sdt'),
  tcPr: words('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
  tcBorders: words('top start|left bottom end|right insideH insideV tl2br tr2bl'),
  tblBorders: words('top start|left bottom end|right insideH insideV'),
  sectPr: words(
    'headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ),
  inline: words('extent effectExtent docPr cNvGraphicFramePr graphic'),
  anchor: words(
    'simplePos positionH positionV extent effectExtent wrapNone|wrapSquare|wrapTight|wrapThrough|wrapTopAndBottom docPr cNvGraphicFramePr graphic',
  ),
  chartSpace: words(
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes',
  ),
  chart: words(
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs',
  ),
  plotArea: words('layout barChart|lineChart catAx|valAx|dateAx|serAx dTable spPr'),
  barChart: words('barDir grouping varyColors ser dLbls gapWidth overlap serLines axId'),
  lineChart: words('grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId'),
  'barChart ser': words(`${series} invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape`),
  'lineChart ser': words(`${series} marker dPt dLbls trendline errBars cat val smooth`),
  catAx: words(`${axis} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`),
  valAx: words(`${axis} crossBetween majorUnit minorUnit dispUnits`),
  scaling: words('logBase orientation max min'),
  dLbls: words(
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines',
  ),
  legend: words('legendPos legendEntry layout overlay spPr txPr'),
  strRef: words('f strCache'),
  numRef: words('f numCache'),
  strCache: words('ptCount pt'),
  numCache: words('formatCode ptCount pt'),
};

/** What has to stand in an element, whatever else does. */
const needed: Readonly<Record<string, readonly string[]>> = {
  ...{ tbl: ['tblPr', 'tblGrid', 'tr'], tr: ['tc'], tc: ['p'], inline: ['extent', 'docPr', 'graphic'] },
  ...{ barChart: ['barDir', 'axId'], lineChart: ['grouping', 'axId'], catAx: ['axId', 'scaling', 'axPos', 'crossAx'] },
  ...{ valAx: ['axId', 'scaling', 'axPos', 'crossAx'], sectPr: ['pgSz', 'pgMar'] },
};

interface Open {
  readonly name: string;
  readonly order: readonly (readonly string[])[] | undefined;
  at: number;
  readonly children: string[];
}

/**
 * Where the parts of a Word file are not as their schema wants them: elements out of order or missing, a paragraph or run whose
 * properties do not stand first, a cell that does not end with a paragraph, a body that does not end with its section, drawings
 * of one number, relations of one name. Word repairs such files, or does not open them. Empty for a sound file.
 */
export async function disordersOf(docx: Uint8Array): Promise<string[]> {
  const container = await openPackage(docx);
  const faults: string[] = [];
  const drawings = new Set<string>();
  for (const part of container.names) {
    if (part.endsWith('.rels')) await relations(part);
    else if (/^word\/(?:document|header\d*|footer\d*|charts\/chart\d+)\.xml$/u.test(part)) await ordered(part);
  }
  return faults;

  async function relations(part: string): Promise<void> {
    const ids = new Set<string>();
    await readXml(container, part, {
      open(tag) {
        const id = tag.attribute('Id');
        if (tag.local !== 'Relationship' || id === null) return;
        if (ids.has(id)) faults.push(`${part}: ${id} twice`);
        ids.add(id);
      },
      close: () => undefined,
    });
  }

  async function ordered(part: string): Promise<void> {
    const open: Open[] = [];
    await readXml(container, part, {
      open(tag) {
        const name = tag.local;
        const parent = open.at(-1);
        if (parent !== undefined) place(part, parent, name);
        if (name === 'docPr') {
          const id = tag.attribute('id') ?? '';
          if (drawings.has(id)) faults.push(`${part}: two drawings are number ${id}`);
          drawings.add(id);
        }
        // Text in a chart is DrawingML, whose properties of the same name are others.
        const isText = part.includes('/charts/') && ['p', 'r', 'pPr', 'rPr'].includes(name);
        const order = isText ? undefined : (orders[`${parent?.name} ${name}`] ?? orders[name]);
        open.push({ name, order, at: 0, children: [] });
      },
      close() {
        const { name, children } = open.pop() ?? { name: '', children: [] as string[] };
        for (const each of needed[name] ?? [])
          if (!children.includes(each)) faults.push(`${part}: ${name} without ${each}`);
        if (name === 'tc' && children.at(-1) !== 'p') faults.push(`${part}: a cell ends with ${children.at(-1)}`);
        if (name === 'body' && children.at(-1) !== 'sectPr') faults.push(`${part}: the body ends without a section`);
      },
    });
  }

  function place(part: string, parent: Open, name: string): void {
    parent.children.push(name);
    if (['p', 'r'].includes(parent.name) && name === `${parent.name}Pr` && parent.children.length > 1)
      faults.push(`${part}: ${name} does not stand first`);
    if (parent.order === undefined) return;
    const found = parent.order.findIndex((each, at) => at >= parent.at && each.includes(name));
    if (found < 0) faults.push(`${part}: ${name} in ${parent.name} behind ${parent.children.at(-2) ?? 'nothing'}`);
    else parent.at = found;
  }
}
