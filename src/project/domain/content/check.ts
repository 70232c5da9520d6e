import type { Day, Refusal } from '../../../kernel/index.ts';
import type { ProjectContent } from '../model/index.ts';

/** What is wrong with the content of a project: figures that cannot be, days out of order. Fields as in the contract. */
export function contentFaults(content: ProjectContent, today: Day): Refusal[] {
  return [
    ...factFaults(content),
    ...planFaults(content),
    ...permitFaults(content, today),
    ...content.milestones.flatMap(({ doneOn }, i) => future(`milestones.${i}.doneOn`, doneOn, today)),
    ...loanFaults(content),
    ...followerFaults(content),
  ];
}

function factFaults({ facts, before }: ProjectContent): Refusal[] {
  const faults: Refusal[] = [];
  const { startMonth, completionMonth, productionMonth } = facts;
  const order = (field: string, later: string | null, earlier: string | null): void => {
    if (later !== null && earlier !== null && later < earlier)
      faults.push({ code: 'project-months-order', field: `facts.${field}`, given: later, limit: earlier });
  };
  order('completionMonth', completionMonth, startMonth);
  order('productionMonth', productionMonth, startMonth);
  if (facts.totalFen === 0) faults.push({ code: 'project-total-missing', field: 'facts.totalFen', given: 0 });
  if (before !== null && facts.totalFen > 0 && before.fen > facts.totalFen * 2)
    faults.push({ code: 'project-done-over', field: 'before.fen', given: before.fen, limit: facts.totalFen });
  return faults;
}

/** A plan beyond what the whole costs is a slip: a nought too many, 万元 for 元. */
function planFaults({ facts, plan }: ProjectContent): Refusal[] {
  const faults: Refusal[] = [];
  const seen = new Set<number>();
  plan.forEach(({ year, fen, months }, i) => {
    if (seen.has(year)) faults.push({ code: 'project-year-twice', field: `plan.${i}.year`, given: year });
    seen.add(year);
    const sum = months?.reduce((total, each) => total + each, 0) ?? fen;
    if (sum !== fen) faults.push({ code: 'project-plan-sum', field: `plan.${i}.months`, given: sum, limit: fen });
  });
  const all = plan.reduce((total, { fen }) => total + fen, 0);
  if (all > facts.totalFen)
    faults.push({ code: 'project-plan-over', field: 'plan', given: all, limit: facts.totalFen });
  return faults;
}

function permitFaults({ permits }: ProjectContent, today: Day): Refusal[] {
  const names = new Set<string>();
  return permits.flatMap(({ name, acceptedOn, doneOn }, i) => {
    const faults = [
      ...future(`permits.${i}.doneOn`, doneOn, today),
      ...future(`permits.${i}.acceptedOn`, acceptedOn, today),
    ];
    if (names.has(name)) faults.push({ code: 'project-permit-twice', field: `permits.${i}.name`, given: name });
    names.add(name);
    if (doneOn !== null && acceptedOn !== null && doneOn < acceptedOn)
      faults.push({ code: 'project-permit-order', field: `permits.${i}.doneOn`, given: doneOn, limit: acceptedOn });
    return faults;
  });
}

const loanFaults = ({ means }: ProjectContent): Refusal[] =>
  means.loans.flatMap(({ grantedFen, drawnFen }, i) =>
    drawnFen > grantedFen
      ? [{ code: 'project-loan-drawn', field: `means.loans.${i}.drawnFen`, given: drawnFen, limit: grantedFen }]
      : [],
  );

function followerFaults({ followers }: ProjectContent): Refusal[] {
  const seen = new Set<string>();
  return followers.flatMap(({ kind, id, name }, i) => {
    const key = `${kind}:${id}`;
    if (seen.has(key)) return [{ code: 'project-follower-twice', field: `followers.${i}`, given: name }];
    seen.add(key);
    return [];
  });
}

const future = (field: string, day: Day | null, today: Day): Refusal[] =>
  day !== null && day > today ? [{ code: 'project-day-future', field, given: day, limit: today }] : [];
