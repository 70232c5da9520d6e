import type { Rule } from '../rule.ts';
import { annexes } from './annexes.ts';
import { chainTwoNames } from './chain-two-names.ts';
import { changeArithmetic } from './change-arithmetic.ts';
import { citedTitle } from './cited-title.ts';
import { clauseWithoutPayer } from './clause-without-payer.ts';
import { clauseWithoutWindow } from './clause-without-window.ts';
import { dateForm } from './date-form.ts';
import { deadlineAfterExpiry } from './deadline-after-expiry.ts';
import { deadlineBeforeIssue } from './deadline-before-issue.ts';
import { documentNumber } from './document-number.ts';
import { doubledMarks } from './doubled-marks.ts';
import { doubledWords } from './doubled-words.ts';
import { growthMismatch } from './growth-mismatch.ts';
import { growthWithoutBase } from './growth-without-base.ts';
import { impossibleDate } from './impossible-date.ts';
import { nameNearMiss } from './name-near-miss.ts';
import { numberForm } from './number-form.ts';
import { numbering } from './numbering.ts';
import { parentConflict } from './parent-conflict.ts';
import { partExceedsWhole } from './part-exceeds-whole.ts';
import { periodLength } from './period-length.ts';
import { rangeReversed } from './range-reversed.ts';
import { shareOverHundred } from './share-over-hundred.ts';
import { stackingMissing } from './stacking-missing.ts';
import { stepsExceedCumulative } from './steps-exceed-cumulative.ts';
import { sumInText } from './sum-in-text.ts';
import { tableColumnSum } from './table-column-sum.ts';
import { tableGrowth } from './table-growth.ts';
import { tableRepeatedRow } from './table-repeated-row.ts';
import { tableRowSum } from './table-row-sum.ts';
import { targetFalls } from './target-falls.ts';
import { targetOutsidePeriod } from './target-outside-period.ts';
import { targetWithoutYear } from './target-without-year.ts';
import { taskWithoutUnit } from './task-without-unit.ts';
import { thresholdOrder } from './threshold-order.ts';
import { unitMisspelt } from './unit-misspelt.ts';
import { unitScale } from './unit-scale.ts';
import { unitTwoNames } from './unit-two-names.ts';
import { unitUnknown } from './unit-unknown.ts';
import { unpairedMarks } from './unpaired-marks.ts';
import { validityOrder } from './validity-order.ts';
import { valueConflict } from './value-conflict.ts';
import { windowOutsideValidity } from './window-outside-validity.ts';

/** All rules, by what they look at: arithmetic, indicators, dates, units, names, build, completeness, form. */
export const RULES: readonly Rule[] = [
  tableRowSum,
  tableColumnSum,
  tableGrowth,
  tableRepeatedRow,
  sumInText,
  growthMismatch,
  changeArithmetic,
  stepsExceedCumulative,
  partExceedsWhole,
  thresholdOrder,
  rangeReversed,
  shareOverHundred,
  valueConflict,
  parentConflict,
  unitScale,
  targetFalls,
  impossibleDate,
  validityOrder,
  windowOutsideValidity,
  deadlineBeforeIssue,
  deadlineAfterExpiry,
  targetOutsidePeriod,
  periodLength,
  taskWithoutUnit,
  unitMisspelt,
  unitUnknown,
  unitTwoNames,
  nameNearMiss,
  chainTwoNames,
  numbering,
  annexes,
  citedTitle,
  targetWithoutYear,
  growthWithoutBase,
  clauseWithoutPayer,
  clauseWithoutWindow,
  stackingMissing,
  documentNumber,
  dateForm,
  numberForm,
  doubledWords,
  doubledMarks,
  unpairedMarks,
];
