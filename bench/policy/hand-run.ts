import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { type HandColumns, handGroups, handLoop } from './hand-loop.ts';

/**
 * The whole task as a program by hand, run as a process of its own: reads a file whose columns it knows by heart, and
 * trusts; decides; writes the sums, and every award if it is told where. `node hand-run.ts FILE.csv SUMMARY.json [AWARDS.csv]`
 */
const [file = '', summary = '', out] = process.argv.slice(2);
const bytes = readFileSync(file);
const start = bytes.indexOf(10) + 1;
const room = Math.ceil((bytes.length - start) / 60) + 1;

const byte = (): Int8Array => new Int8Array(room);
const short = (): Int16Array => new Int16Array(room);
const double = (): Float64Array => new Float64Array(room);
const c = {
  ...{ city: byte(), chain: byte(), dishonest: byte(), accident: byte(), digitalLevel: short(), firstAbove: short() },
  ...{ inLibrary: byte(), littleGiant: short(), championNational: short(), championProvince: short(), zjtx: short() },
  ...{ smeTech: byte(), hightechYear: short(), domesticFair: byte(), boothFee: double(), booths: double() },
  ...{ overseasFair: byte(), people: double(), lodging: double(), airfare: double(), lead: byte(), partners: double() },
  ...{ leaderProvince: short(), leaderCity: short(), growth: double(), cityGrowth: double(), revenue: double() },
  ...{ before: double(), research: double(), field: byte() },
} satisfies HandColumns;
const region = new Int32Array(room);

let at = start;
/** The next cell as a whole number of 10^-decimals, up to the comma or line break after it. */
function number(decimals: number): number {
  let byte = bytes[at++]!;
  const negative = byte === 45;
  if (negative) byte = bytes[at++]!;
  let value = 0;
  while (byte >= 48) {
    value = value * 10 + byte - 48;
    byte = bytes[at++]!;
  }
  let left = decimals;
  if (byte === 46) {
    byte = bytes[at++]!;
    while (byte >= 48) {
      value = value * 10 + byte - 48;
      left--;
      byte = bytes[at++]!;
    }
  }
  while (left-- > 0) value *= 10;
  return negative ? -value : value;
}
function skip(): void {
  while (bytes[at]! !== 44) at++;
  at++;
}

const idAt = new Int32Array(room);
let rows = 0;
while (at < bytes.length) {
  idAt[rows] = at;
  skip();
  region[rows] = number(0);
  const chain = bytes[at];
  c.chain[rows] = chain === 116 ? 0 : chain === 109 ? 1 : chain === 101 ? 2 : 3;
  skip();
  const city = bytes[at];
  c.city[rows] = city === 110 ? 0 : city === 121 ? 1 : 2;
  skip();
  c.revenue[rows] = number(4);
  skip();
  c.growth[rows] = number(8);
  c.cityGrowth[rows] = number(8);
  c.digitalLevel[rows] = number(0);
  c.firstAbove[rows] = number(0);
  c.inLibrary[rows] = number(0);
  c.littleGiant[rows] = number(0);
  c.championNational[rows] = number(0);
  c.championProvince[rows] = number(0);
  c.zjtx[rows] = number(0);
  c.smeTech[rows] = number(0);
  c.hightechYear[rows] = number(0);
  c.research[rows] = number(4);
  c.field[rows] = number(0);
  c.boothFee[rows] = number(4);
  c.booths[rows] = number(0);
  c.domesticFair[rows] = number(0);
  c.overseasFair[rows] = number(0);
  c.people[rows] = number(0);
  c.lodging[rows] = number(4);
  c.airfare[rows] = number(4);
  c.lead[rows] = number(0);
  c.partners[rows] = number(0);
  c.before[rows] = number(4);
  c.leaderProvince[rows] = number(0);
  c.leaderCity[rows] = number(0);
  c.dishonest[rows] = number(0);
  c.accident[rows] = number(0);
  rows++;
}

const awards = handGroups.map(() => new Int32Array(rows));
handLoop(c, rows, 2025, awards);

const sums: Record<string, { count: number; total_yuan: number }> = {};
const byRegion: Record<string, number> = {};
const byChain = [0, 0, 0, 0];
const byCity = [0, 0, 0];
const payers = { city: 0, county: 0, province: 0 };
const regions = new Float64Array(1_000_000);
for (const [group, name] of handGroups.entries()) {
  const own = awards[group]!;
  let count = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const award = own[row]!;
    if (award === 0) continue;
    count++;
    total += award;
    regions[region[row]!]! += award;
    byChain[c.chain[row]!]! += award;
    byCity[c.city[row]!]! += award;
    if (group < 7) {
      const county = Math.floor(award / 2);
      payers.county += county;
      payers.city += award - county;
    } else if (group === 7) {
      const county = award === 400_000 ? 300_000 : award;
      payers.county += county;
      payers.city += award - county;
    } else if (group === 8) payers.county += award;
    else payers.province += award;
  }
  sums[name] = { count, total_yuan: total };
}
for (const [code, total] of regions.entries()) if (total > 0) byRegion[code] = total;
let excluded = 0;
for (let row = 0; row < rows; row++) if (c.dishonest[row] === 1 || c.accident[row] === 1) excluded++;
writeFileSync(summary, JSON.stringify({ groups: sums, byRegion, byChain, byCity, payers, excluded }));

if (out !== undefined) {
  const target = openSync(out, 'w');
  let text = 'id,clause,group,amount_yuan,city,county,province\n';
  for (let row = 0; row < rows; row++)
    for (const [group, name] of handGroups.entries()) {
      const award = awards[group]![row]!;
      if (award === 0) continue;
      const county = group < 7 ? Math.floor(award / 2) : group === 9 ? 0 : award === 400_000 ? 300_000 : award;
      const province = group === 9 ? award : 0;
      const id = bytes.toString('latin1', idAt[row], idAt[row]! + 8);
      text += `${id},${name},${name},${award},${award - county - province},${county},${province}\n`;
      if (text.length < 1 << 20) continue;
      writeSync(target, text);
      text = '';
    }
  writeSync(target, text);
  closeSync(target);
}
