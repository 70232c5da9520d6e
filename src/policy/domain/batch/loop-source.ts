import { type ColumnShape, missingIn } from './columns.ts';
import { Expressions } from './expression.ts';
import type { BatchClause, BatchJoint, BatchPolicy, BatchProgram, Slot } from './program.ts';

/** Text of one function over rows, and what it decides. */
export interface LoopPart {
  /** Body of a function of `C, W, A, X, from, to`: columns by fact, winners and awards by slot, exclusion by policy. */
  readonly text: string;
  readonly slots: readonly number[];
  readonly policies: readonly number[];
}

/** A function much longer than this is never compiled to machine code by the engine below us. */
const longest = 20_000;

/** Of slots: nobody wins; it cannot be told yet. */
export const NONE = -1;
export const UNKNOWN = -2;

/**
 * The text of the fused loops that decide every slot of every row in one pass; one of them as long as it stays short
 * enough. Winners begin as none, awards and exclusion as 0: only what differs is written. Every name in the text is a
 * letter with a number.
 */
export function loopSource(program: BatchProgram, shapes: readonly (ColumnShape | undefined)[]): LoopPart[] {
  const parts: LoopPart[] = [];
  let blocks: Block[] = [];
  const close = (): void => {
    if (blocks.length > 0) parts.push(partOf(blocks, shapes));
    blocks = [];
  };
  for (const [policy, source] of program.policies.entries()) {
    const units = unitsOf(program, policy);
    for (let from = 0; from < units.length || from === 0; ) {
      const { units: taken, block } = blockOf(policy, source, units.slice(from), shapes);
      blocks.push(block);
      from += Math.max(1, taken);
      if (from < units.length || blocks.reduce((sum, { body }) => sum + body.length, 0) > longest) close();
    }
  }
  close();
  return parts;
}

/** The text of one policy, or of a part of it, still in pieces: what several ask alike is asked once for all of them. */
interface Block {
  readonly policy: number;
  readonly slots: readonly number[];
  readonly facts: ReadonlySet<number>;
  /** Facts of what is asked first: who is left out, and what all clauses wait for. */
  readonly first: readonly number[];
  /** Who is left out, where that is settled and needs no helping variable. */
  readonly excluded: string | null;
  /** Helping variables and the exclusion, as far as it is not in `excluded`. */
  readonly before: string;
  readonly guards: readonly string[];
  readonly body: string;
}

function partOf(blocks: readonly Block[], shapes: readonly (ColumnShape | undefined)[]): LoopPart {
  const slots = blocks.flatMap((block) => block.slots);
  const policies = [...new Set(blocks.map(({ policy }) => policy))];
  const columns = [...new Set(blocks.flatMap(({ facts }) => [...facts]))].filter(
    (fact) => (shapes[fact]?.form ?? 'absent') !== 'absent',
  );
  const names = [
    ...columns.map((fact) => `c${fact}=C[${fact}]`),
    ...slots.flatMap((slot) => [`w${slot}=W[${slot}]`, `a${slot}=A[${slot}]`]),
    ...policies.map((policy) => `x${policy}=X[${policy}]`),
  ];
  const text = `"use strict";const ${names.join(',')};for(let i=from;i<to;i++){${rowText(blocks, shapes)}}`;
  return { text, slots, policies };
}

/** What is done for one row: facts that several blocks begin with are read once, and so is an exclusion all have in common. */
function rowText(blocks: readonly Block[], shapes: readonly (ColumnShape | undefined)[]): string {
  const times = new Map<number, number>();
  for (const fact of blocks.flatMap(({ first }) => first)) times.set(fact, (times.get(fact) ?? 0) + 1);
  const shared = [...times].flatMap(([fact, count]) => (count > 1 ? [fact] : []));
  const own = (block: Block): string =>
    loads(
      block.first.filter((fact) => !shared.includes(fact)),
      shapes,
    );
  const text = (block: Block, before: string, guards: readonly string[]): string =>
    `{${own(block)}${before}if(${guards.join('&&') || 'true'}){${block.body}}}`;
  const [head] = blocks;
  if (
    blocks.length > 1 &&
    head !== undefined &&
    head.excluded !== null &&
    blocks.every((b) => b.excluded === head.excluded)
  ) {
    const out = [...new Set(blocks.map(({ policy }) => `x${policy}[i]=2;`))].join('');
    const rest = blocks.map((block) => text(block, block.before, block.guards)).join('');
    return `${loads(shared, shapes)}if(${head.excluded}){${out}}else{${rest}}`;
  }
  const texts = blocks.map((block) => {
    if (block.excluded === null) return text(block, block.before, block.guards);
    return text(block, `${block.before}const e=${block.excluded};if(e)x${block.policy}[i]=2;`, ['!e', ...block.guards]);
  });
  return `${loads(shared, shapes)}${texts.join('')}`;
}

interface NumberedSlot {
  readonly slot: Slot;
  readonly at: number;
}

/** What is decided at a time: one slot, or those of a joint. */
interface Unit {
  readonly slots: readonly NumberedSlot[];
  readonly joint: BatchJoint | null;
}

function unitsOf({ slots, joints }: BatchProgram, policy: number): Unit[] {
  const numbered = slots.flatMap((slot, at) => (slot.policy === policy ? [{ slot, at }] : []));
  const units = Map.groupBy(numbered, ({ slot, at }) => (slot.joint === null ? `slot ${at}` : `joint ${slot.joint}`));
  return [...units.values()].map((own) => ({ slots: own, joint: joints[own[0]?.slot.joint ?? -1] ?? null }));
}

/** One policy, or as many of its units as fit, and how many these are. */
function blockOf(
  policy: number,
  source: BatchPolicy,
  units: readonly Unit[],
  shapes: readonly (ColumnShape | undefined)[],
): { readonly units: number; readonly block: Block } {
  const outer = new Expressions(shapes);
  const inner = new Expressions(shapes);
  const slots = units.flatMap((unit) => unit.slots);
  const common = commonConditions(source, slots, outer);
  const texts: string[] = [];
  const taken: number[] = [];
  for (const { slots: own, joint } of units) {
    const text =
      joint === null
        ? own.map(({ slot, at }) => slotText(slot, at, source, common.keys, inner)).join('')
        : jointText(joint, own, source, common.keys, inner);
    if (taken.length > 0 && texts.reduce((sum, each) => sum + each.length, text.length) > longest) break;
    texts.push(text);
    taken.push(...own.map(({ at }) => at));
  }
  const out = exclusionText(source, policy, taken, outer);
  const own = [...inner.facts].filter((fact) => !outer.facts.has(fact));
  const block: Block = {
    ...{ policy, slots: taken, facts: new Set([...outer.facts, ...inner.facts]), first: [...outer.facts] },
    // Helpers of the outer text stand in a block around, so that both may be called the same.
    ...{
      excluded: out.excluded,
      before: `${helpersText(outer)}${out.before}`,
      guards: [...out.guards, ...common.texts],
    },
    body: `${loads(own, shapes)}${helpersText(inner)}${texts.join('')}${out.after}`,
  };
  return { units: texts.length, block };
}

/** What all clauses wait for is asked once. Only what is settled: false is no, whatever else is missing. */
function commonConditions(source: BatchPolicy, slots: readonly NumberedSlot[], outer: Expressions) {
  const clauses = slots.flatMap(({ slot }) => slot.members.map((member) => source.clauses[member]));
  const [first, ...others] = clauses.map((clause) => new Map(clause?.conditions.map((c) => [JSON.stringify(c), c])));
  const shared = [...(first ?? [])].filter(
    ([key, condition]) => outer.settled.condition(condition) && others.every((keys) => keys.has(key)),
  );
  return {
    keys: new Set(shared.map(([key]) => key)),
    texts: shared.map(([, condition]) => outer.holds(condition)),
  };
}

/** Before: who is left out; guards: who is looked at; after: where exclusion is unknown, so is whatever would be paid. */
function exclusionText({ excluded }: BatchPolicy, policy: number, slots: readonly number[], outer: Expressions) {
  if (excluded === null) return { excluded: null, before: '', guards: [], after: '' };
  if (outer.settled.condition(excluded)) {
    const holds = outer.holds(excluded);
    if (outer.helpers === 0) return { excluded: holds, before: '', guards: [], after: '' };
    return { excluded: null, before: `const e=${holds};if(e)x${policy}[i]=2;`, guards: ['!e'], after: '' };
  }
  const undone = slots.map((at) => `if(w${at}[i]!==${NONE}){w${at}[i]=${UNKNOWN};a${at}[i]=0;}`).join('');
  return {
    ...{ excluded: null, before: `const e=${outer.truth(excluded)};if(e!==0)x${policy}[i]=e;`, guards: ['e!==2'] },
    after: `if(e===1){${undone}}`,
  };
}

function slotText(slot: Slot, at: number, source: BatchPolicy, asked: ReadonlySet<string>, inner: Expressions): string {
  const members = slot.members.flatMap((number) => {
    const clause = source.clauses[number];
    if (clause === undefined) return [];
    const conditions = clause.conditions.filter((condition) => !asked.has(JSON.stringify(condition)));
    const settled = conditions.every((each) => inner.settled.condition(each)) && inner.settled.fraction(clause.amount);
    return [{ number, clause, conditions, settled, fixed: fixedAward(clause) }];
  });
  const wins = (member: number | 'm', award: string | number): string => `w${at}[i]=${member};a${at}[i]=${award};`;
  const constant = members.flatMap((each) =>
    each.settled && each.fixed !== null ? [{ ...each, fixed: each.fixed }] : [],
  );
  if (constant.length === members.length) {
    // The highest is asked for first, the earlier of equal ones before the later: who holds wins.
    const ordered = constant
      .filter(({ fixed }) => fixed > 0)
      .toSorted((a, b) => b.fixed - a.fixed || a.number - b.number);
    return ordered
      .map(({ number, conditions, fixed }) => `if(${inner.allHold(conditions)}){${wins(number, fixed)}}`)
      .join('else ');
  }
  const [only] = members;
  if (only !== undefined && members.length === 1 && only.settled) {
    const award = inner.award(only.clause.amount, only.clause.rounding.step, only.clause.rounding.mode);
    return `if(${inner.allHold(only.conditions)}){const r=${award};if(r>0){${wins(only.number, 'r')}}}`;
  }
  const texts = members.map(({ number, clause, conditions, settled, fixed }) => {
    const award = fixed ?? inner.award(clause.amount, clause.rounding.step, clause.rounding.mode);
    const better = `if(r>g){g=r;m=${number};}`;
    if (settled) return `if(${inner.allHold(conditions)}){const r=${award};${better}}`;
    // What is unknown of a clause that stands alone can never be passed over.
    const most = slot.alone ? Math.max(1, clause.most) : clause.most;
    const open = `if(u<${most})u=${most};`;
    return `{const h=${inner.allTruth(conditions)};if(h===2){const r=${award};${better}else if(r!==r){${open}}}else if(h===1){${open}}}`;
  });
  return `{let g=0,m=-1,u=0;${texts.join('')}if(u>g)w${at}[i]=${UNKNOWN};else if(m>=0){${wins('m', 'g')}}}`;
}

/**
 * Slots that are decided together: first what each clause pays by itself and, while that is unknown, what it could, then
 * which choice comes to most.
 */
function jointText(
  { choices }: BatchJoint,
  slots: readonly NumberedSlot[],
  source: BatchPolicy,
  asked: ReadonlySet<string>,
  inner: Expressions,
): string {
  const members = slots.flatMap(({ slot, at }) => slot.members.map((number) => ({ number, at })));
  const awards = members.map(({ number, at }) => {
    const clause = source.clauses[number];
    if (clause === undefined) return '';
    const conditions = clause.conditions.filter((condition) => !asked.has(JSON.stringify(condition)));
    const award = fixedAward(clause) ?? inner.award(clause.amount, clause.rounding.step, clause.rounding.mode);
    const holds = inner.allTruth(conditions);
    const taken = `const r=${award};if(r===r)r${at}=r;else u${at}=${clause.most};`;
    return `let r${at}=0,u${at}=0;{const h=${holds};if(h===2){${taken}}else if(h===1)u${at}=${clause.most};}`;
  });
  const sumOf = (choice: readonly number[], letters: readonly string[]): string =>
    members
      .filter(({ number }) => choice.includes(number))
      .flatMap(({ at }) => letters.map((letter) => `${letter}${at}`))
      .join('+');
  const chosen = choices.map(
    (choice, at) =>
      `{const r=${sumOf(choice, ['r'])};if(r>g){g=r;m=${at};}const h=${sumOf(choice, ['r', 'u'])};if(h>u)u=h;}`,
  );
  const undone = members.map(({ at }) => `w${at}[i]=${UNKNOWN};`).join('');
  const paid = members.map(({ number, at }) => {
    const within = choices.flatMap((choice, which) => (choice.includes(number) ? [`m===${which}`] : []));
    return `if(r${at}>0&&(${within.join('||')})){w${at}[i]=${number};a${at}[i]=r${at};}`;
  });
  return `{${awards.join('')}let g=0,m=-1,u=0;${chosen.join('')}if(u>g){${undone}}else{${paid.join('')}}}`;
}

/** The award of a clause that always pays the same, in whole yuan; null when it turns on facts. */
function fixedAward({ amount: { of, per, by }, rounding: { step, mode } }: BatchClause): number | null {
  if (of.op !== 'const' || by !== null) return null;
  const [above, below] = [BigInt(of.value), BigInt(per) * BigInt(step)];
  const steps =
    mode === 'down'
      ? above / below
      : mode === 'up'
        ? (above + below - 1n) / below
        : (2n * above + below) / (2n * below);
  return Number(steps) * step;
}

const helpersText = ({ helpers }: Expressions): string =>
  helpers === 0 ? '' : `let ${Array.from({ length: helpers }, (_, at) => `t${at + 1}=0`).join(',')};`;

function loads(facts: readonly number[], shapes: readonly (ColumnShape | undefined)[]): string {
  return facts
    .map((fact) => {
      const { form, mayMiss } = shapes[fact] ?? { form: 'absent', mayMiss: true };
      if (form === 'absent') return `const f${fact}=NaN;`;
      if (!mayMiss || form === 'double') return `const f${fact}=c${fact}[i];`;
      return `const v${fact}=c${fact}[i],f${fact}=v${fact}===${missingIn[form]}?NaN:v${fact};`;
    })
    .join('');
}
