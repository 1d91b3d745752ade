import { signal } from '@preact/signals';
import type { WireLine } from '../../shown.ts';
import { ask } from './connection.ts';

const KEPT = 1000;

export const inspecting = signal(false);
/** Oldest first. */
export const wire = signal<readonly WireLine[]>([]);

export function hearWire(lines: readonly WireLine[], afresh: boolean): void {
  wire.value = [...(afresh ? [] : wire.value), ...lines].slice(-KEPT);
}

export function inspect(on: boolean): void {
  inspecting.value = on;
  void ask('inspect', { on });
}

/** Those whose method, path, event or status holds every word. */
export function wireWith(lines: readonly WireLine[], words: string, heartbeats: boolean): readonly WireLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (!heartbeats && line.what.startsWith('Heartbeat')) return false;
    const text = `${line.via} ${line.what} ${line.status ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
