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
