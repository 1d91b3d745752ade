import { computed, signal } from '@preact/signals';

const ahead = signal(0);
const ticked = signal(Date.now());

/** The playground's time, to the second. */
export const now = computed(() => ticked.value + ahead.value);

/** Sets the page's clock by the server's. */
export function setClock(instant: number): void {
  ticked.value = Date.now();
  ahead.value = instant - ticked.value;
}

export function startClock(): void {
  setInterval(() => {
    ticked.value = Date.now();
  }, 1000);
}
