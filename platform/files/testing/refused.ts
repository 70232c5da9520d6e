import { RefusalError } from '../../../src/kernel/index.ts';

/** The code with which a reading refuses; fails the test when it does not refuse. */
export async function refused(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals[0]!.code;
    throw error;
  }
  throw new Error('the file was read');
}
