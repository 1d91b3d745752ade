import type { WireLine } from '../../shown.ts';

/** Those whose method, path, event or status holds every word. */
export function wireWith(lines: readonly WireLine[], words: string, heartbeats: boolean): readonly WireLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (!heartbeats && line.what.startsWith('Heartbeat')) return false;
    const text = `${line.via} ${line.what} ${line.status ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
