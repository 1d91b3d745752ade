import { buildLibrary, type Library } from '../../domain/library.ts';
import { checkDataset } from './check.ts';
import { BrokenDataset } from './faults.ts';

/**
 * The library of a dataset's folder, read and checked once. `today` (YYYY-MM-DD)
 * is the day against which its dates are held.
 * @throws BrokenDataset listing every fault of every file.
 */
export async function loadLibrary(dir: string, today: string): Promise<Library> {
  const { faults, parts } = await checkDataset(dir, today);
  if (faults.length > 0) throw new BrokenDataset(faults);
  return buildLibrary(parts);
}
