import { cpus, totalmem } from 'node:os';

/** In one sentence: what this runs on, and when. */
export function machine(): string {
  const [cpu] = cpus();
  const gib = Math.round(totalmem() / 1024 ** 3);
  const date = new Date().toISOString().slice(0, 10);
  return `${cpu?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores, ${gib} GiB of memory, ${process.platform}, Node ${process.version}, ${date}.`;
}
