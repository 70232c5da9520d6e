import { loadPackLibrary, termsPack } from '../platform/pack-loader/index.ts';
import { roleRegisterPack } from '../src/access/index.ts';
import { chainPackKinds } from '../src/chain/index.ts';
import { diagnosisPackKinds } from '../src/diagnosis/index.ts';
import { enterprisePackKinds } from '../src/enterprise/index.ts';
import { indicatorPackKinds } from '../src/indicator/index.ts';
import type { PackLibrary } from '../src/kernel/index.ts';
import { ladderPackKinds } from '../src/ladder/index.ts';
import { organisationPackKinds } from '../src/organisation/index.ts';
import { planPackKinds } from '../src/plan/index.ts';
import { policyPackKinds } from '../src/policy/index.ts';
import { projectPackKinds } from '../src/project/index.ts';
import { packsFolder } from './packs-folder.ts';

/** Every kind of pack that a slice describes. */
export const packKinds = [
  roleRegisterPack,
  ...organisationPackKinds,
  ...planPackKinds,
  ...indicatorPackKinds,
  ...policyPackKinds,
  ...projectPackKinds,
  ...enterprisePackKinds,
  ...ladderPackKinds,
  ...chainPackKinds,
  ...diagnosisPackKinds,
  termsPack,
] as const;

export { packsFolder };

/** Reads and checks the packs below a folder; refuses the library with every fault of every pack. */
export const packLibrary = (folder = packsFolder): PackLibrary => loadPackLibrary(folder, packKinds);
