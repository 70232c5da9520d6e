import { addDays, firstDay, lastDay, shifted } from '../../src/kernel/index.ts';
import { projectApi } from '../../src/project/contract.ts';
import { type InventedProject, inventedProjectsPack, plannedByMonth } from '../../src/project/index.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';
import { programLibrary } from './library.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** YYYY-MM-DD */
  readonly today: string;
}

const fenOfWan = 1_000_000;
/** How many months of a project that runs are reported one by one; what came before is one sum. */
const reportedMonths = 5;

/**
 * Gives the demo the projects of the invented city, as their offices would: registered, with plans, permits and followers, months
 * reported and mostly confirmed. Does nothing when there are projects already. Gives how many there are.
 */
export async function fillDemoProjects({ posts, askerOf, today }: Given): Promise<number> {
  const office = posts.find(({ roleId, regionId }) => roleId === 'chain-office' && regionId === '990100');
  const reviewer = posts.find(({ roleId, regionId }) => roleId === 'reviewer' && regionId === '990100');
  if (office === undefined || reviewer === undefined) return 0;
  const [keeper, second] = [await askerOf(office), await askerOf(reviewer)];
  const { total } = await keeper.call(projectApi.listProjects, { query: { box: 'all', pageSize: 1 } });
  if (total > 0) return 0;
  const invented = programLibrary()
    .of(inventedProjectsPack)
    .flatMap(({ content }) => content.projects);
  for (const [at, project] of invented.entries()) await register(project, keeper, second, today, at);
  return invented.length;
}

async function register(
  project: InventedProject,
  keeper: Asker,
  second: Asker,
  today: string,
  at: number,
): Promise<void> {
  const month = today.slice(0, 7);
  const from = (months: number | null): string | null => (months === null ? null : shifted(month, months));
  const dayOf = (monthsAgo: number): string =>
    monthsAgo <= 0 ? today : addDays(firstDay(shifted(month, -monthsAgo)), 3 + (at % 20));
  const begunAgo = project.begun ?? (project.position === 'started' ? project.since : null);
  const facts = {
    ...{ name: project.name, code: null, enterprise: project.enterprise, creditCode: null, nature: project.nature },
    ...{ site: project.site, scope: project.scope, totalFen: project.total * fenOfWan, note: '' },
    ...{ startMonth: from(project.start), completionMonth: from(project.completion) },
    productionMonth: from(project.production),
  };
  const plan = planOf(project, month);
  const last = { position: project.position, on: dayOf(project.since), evidence: evidences[project.position] };
  const begun =
    project.begun === null
      ? []
      : [{ position: 'started' as const, on: dayOf(project.begun), evidence: evidences.started }];
  const reports = begunAgo === null ? [] : monthsToReport(project, begunAgo, month);
  const planned = plannedByMonth({ facts, plan, before: null }).months;
  const done = (of: string): number => Math.round(((planned.get(of) ?? 0) * project.pace) / 100);
  const first = reports[0];
  const earlier = [...planned.keys()].filter((of) => first !== undefined && of < first);
  const before =
    earlier.length === 0 || first === undefined ? null : { fen: sum(earlier.map(done)), until: shifted(first, -1) };
  const likes = await keeper.call(projectApi.likenProject, { body: { facts } });
  const made = await keeper.call(projectApi.registerProject, {
    body: {
      ...{ unitId: project.unit, chainId: project.chain, facts, position: project.position, steps: [...begun, last] },
      ...{ plan: [...plan], before, seen: likes.likes.flatMap(({ id }) => (id === null ? [] : [id])) },
      permits: permitsOf(project, today),
      milestones: milestonesOf(project, today),
      means: meansOf(project),
      followers: followersOf(project),
    },
  });
  const params = { projectId: made.id };
  for (const [nth, of] of reports.entries())
    await keeper.call(projectApi.reportMonth, {
      params: { ...params, month: of },
      body: {
        revision: 0,
        fen: done(of),
        progress: progresses[(nth + at) % progresses.length] ?? '',
        problem: problemOf(project, nth, reports.length),
      },
    });
  // The latest month usually waits for the reviewer.
  const confirmed = reports.slice(0, -1).map((of) => ({ month: of, revision: 1 }));
  if (confirmed.length > 0) await second.call(projectApi.confirmMonths, { params, body: { months: confirmed } });
  const event = made.events.at(-1);
  if (event !== undefined && at % 6 !== 0)
    await second.call(projectApi.decideStep, {
      params: { ...params, eventId: event.id },
      body: { revision: made.revision, agree: true, reason: '' },
    });
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** Six tenths of the whole in the year before and this one by the months of building, the rest next year. */
function planOf({ total, start, completion }: InventedProject, month: string) {
  if (start === null || completion === null) return [];
  const [first, last] = [shifted(month, start), shifted(month, completion)];
  const years = [...new Set([first.slice(0, 4), last.slice(0, 4), month.slice(0, 4)])]
    .map(Number)
    .filter((year) => year >= Number(first.slice(0, 4)) && year <= Number(last.slice(0, 4)))
    .toSorted();
  const monthsIn = (year: number): number =>
    Math.max(
      0,
      Math.min(12, Number(last.slice(0, 4)) === year ? Number(last.slice(5)) : 12) -
        (Number(first.slice(0, 4)) === year ? Number(first.slice(5)) - 1 : 0),
    );
  const all = sum(years.map(monthsIn));
  return years
    .filter((year) => monthsIn(year) > 0)
    .map((year) => ({ year, fen: Math.floor((total * monthsIn(year)) / all) * fenOfWan, months: null }));
}

/** The last months of building up to the one that is reported last. */
function monthsToReport({ position, since, silent }: InventedProject, begunAgo: number, month: string): string[] {
  const lastAgo = position === 'started' ? 1 + silent : since + 1;
  const firstAgo = Math.min(begunAgo, lastAgo + reportedMonths - 1);
  const found: string[] = [];
  for (let ago = firstAgo; ago >= Math.max(1, lastAgo); ago--) found.push(shifted(month, -ago));
  return found;
}

function permitsOf({ permit, position, name }: InventedProject, today: string) {
  const done = (kind: string, called: string, daysAgo: number) => ({
    ...{ kind, name: called, plannedOn: addDays(today, -daysAgo + 10), acceptedOn: addDays(today, -daysAgo - 15) },
    ...{ doneOn: addDays(today, -daysAgo), number: `临审〔${today.slice(0, 4)}〕${(name.length * 7) % 90}号` },
  });
  const filed = done('other', '企业投资项目备案', 300);
  if (position === 'planned') return [];
  const open =
    permit === null
      ? []
      : [
          {
            ...{ kind: permit.kind, name: permit.name, plannedOn: addDays(today, 20 - permit.accepted) },
            ...{ acceptedOn: addDays(today, -permit.accepted), doneOn: null, number: '' },
          },
        ];
  if (position === 'waiting') return [filed, ...open];
  return [filed, done('environment-form', '环境影响报告表审批', 260), done('construction', '建筑工程施工许可证', 230)];
}

function milestonesOf({ position, completion }: InventedProject, today: string) {
  if (position !== 'started' || completion === null) return [];
  const end = lastDay(shifted(today.slice(0, 7), completion));
  return [
    { name: '主体封顶', plannedOn: addDays(end, -150), doneOn: addDays(end, -150) < today ? addDays(end, -152) : null },
    { name: '设备进场', plannedOn: addDays(end, -60), doneOn: null },
  ];
}

const meansOf = ({ total, position }: InventedProject) => ({
  ...{ landNeeded: Math.round(total / 60) * 100, landGiven: position === 'planned' ? 0 : Math.round(total / 70) * 100 },
  ...{ energyTonnes: Math.round(total / 12), powerKilowatts: Math.round(total / 8), note: '' },
  loans:
    total < 10_000
      ? []
      : [
          {
            bank: '临江农村商业银行',
            wantedFen: Math.round(total / 3) * fenOfWan,
            grantedFen: Math.round(total / 5) * fenOfWan,
            drawnFen: Math.round(total / 9) * fenOfWan,
          },
        ],
});

const followersOf = ({ follower }: InventedProject) =>
  follower === null ? [] : [{ kind: 'unit' as const, id: follower, name: '', role: '专班' }];

const evidences = {
  ...{ planned: '项目建议书', waiting: '企业投资项目备案证', started: '建筑工程施工许可证' },
  ...{ completed: '竣工验收意见书', producing: '试生产报告', reached: '达产达效核查表' },
} as const;
const progresses = ['厂房主体施工', '钢结构吊装', '内外装修', '设备安装', '道路和管网施工', '设备调试'];

const problemOf = ({ pace }: InventedProject, nth: number, all: number): string =>
  pace < 80 && nth === all - 1 ? '资金到位慢，施工人手不足。' : '';
