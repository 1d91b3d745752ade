import { effect, signal } from '@preact/signals';

type Theme = 'light' | 'dark';

const KEY = 'playground-theme';
const system = matchMedia('(prefers-color-scheme: dark)');

const chosen = signal<Theme | undefined>(remembered());
const fromSystem = signal<Theme>(system.matches ? 'dark' : 'light');

function remembered(): Theme | undefined {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

export const theme = () => chosen.value ?? fromSystem.value;

/** The other theme; back at the system's own, the page follows the system again. */
export function toggleTheme(): void {
  const other: Theme = theme() === 'dark' ? 'light' : 'dark';
  chosen.value = other === fromSystem.value ? undefined : other;
}

export function startTheme(): void {
  system.addEventListener('change', ({ matches }) => {
    fromSystem.value = matches ? 'dark' : 'light';
  });
  effect(() => {
    document.documentElement.dataset.theme = theme();
    if (chosen.value) localStorage.setItem(KEY, chosen.value);
    else localStorage.removeItem(KEY);
  });
}
