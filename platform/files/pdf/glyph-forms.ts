/**
 * Each character of the CJK Radicals Supplement (U+2E80–2EF3) that has an equivalent ideograph, followed by it; from
 * EquivalentUnifiedIdeograph.txt of the Unicode character database.
 */
const supplement =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫' +
  '⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑' +
  '⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const radicals = new Map<string, string>();
for (let at = 0; at < supplement.length; at += 2) radicals.set(supplement[at]!, supplement[at + 1]!);

/**
 * PDF writers that subset fonts name some glyphs by the wrong twin: Kangxi radicals, radicals of the supplement,
 * compatibility ideographs, Latin ligatures, the bar U+2015 for a dash. Puts the ordinary character back and leaves all else as it is: full-width
 * forms, circled numbers and the like are what the document says.
 */
export const ordinaryForms = (text: string): string =>
  text
    .replaceAll('\u2015', '\u2014')
    .replace(/[\u2e80-\u2ef3]/g, (radical) => radicals.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fd5\ufb00-\ufb06]/g, (form) => form.normalize('NFKC'))
    .replace(/[\uf900-\ufaff]|[\ud87e][\udc00-\ude1f]/g, (form) => form.normalize('NFC'));
