import type { LintContext } from '../context.ts';
import { dateWords, lastDay } from '../date/dates.ts';
import type { Finding, Severity } from '../model.ts';
import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { hanDigits } from '../text/han.ts';

const id = 'validity-order';

/** Issue, effect and expiry in their order, and a stated number of years that fits the dates. */
export const validityOrder: Rule = {
  id,
  severity: 'error',
  title: '成文、施行和失效日期的先后',
  check(context) {
    const { issuedOn, validFrom, validTo, validityText } = context.document;
    if (validityText === null) return [];
    const found: Finding[] = [];
    const report = (severity: Severity, message: string, arithmetic: string): void => {
      found.push(findingAt(context, id, placeOf(context, validityText), { severity, message, arithmetic }));
    };
    if (validFrom && validTo && validTo <= validFrom)
      report(
        'error',
        `施行日期是${dateWords(validFrom)}，有效期却到${dateWords(validTo)}为止，失效早于施行。请核对两个日期。`,
        `${validTo}≤${validFrom}`,
      );
    if (validFrom && issuedOn && validFrom < issuedOn)
      report(
        'warning',
        `施行日期${dateWords(validFrom)}早于成文日期${dateWords(issuedOn)}。规定一般不溯及既往，请核对；确要追溯的，写明从哪天起的事项适用。`,
        `${validFrom}<${issuedOn}`,
      );
    const years = yearsOf(validityText);
    const end = /(?:至|到)(20\d\d)年(\d{1,2})月(\d{1,2})日/.exec(validityText.replace(/\s/g, ''));
    if (years !== null && end && validFrom) {
      const said = `${end[1]}-${end[2]!.padStart(2, '0')}-${end[3]!.padStart(2, '0')}`;
      const should = lastDay(validFrom, years);
      // “至2028年6月1日” for three years from 1 June 2025 is one day long by strict count and common.
      const sameDay = `${Number(validFrom.slice(0, 4)) + years}${validFrom.slice(4)}`;
      if (said !== should && said !== sameDay)
        report(
          'error',
          `自${dateWords(validFrom)}起${years}年应到${dateWords(should)}，文中写的是到${dateWords(said)}。请核对年数和日期。`,
          `${validFrom}+${years}年=${should}≠${said}`,
        );
    }
    return found;
  },
};

function yearsOf(words: string): number | null {
  const m = /有效期(?:限)?(?:为)?(\d{1,2}|[一二两三四五六七八九十])年/.exec(words.replace(/\s/g, ''));
  return m ? hanDigits(m[1]!) : null;
}

/** The words of the validity clause in the text; the end of the document when they are not found. */
function placeOf(context: LintContext, words: string) {
  const { text, document } = context;
  const at = text.raw.lastIndexOf(words, text.paragraphs.at(-1)?.end ?? 0);
  return at >= 0 ? text.place({ start: at, end: at + words.length }) : { start: document.end, end: document.end };
}
