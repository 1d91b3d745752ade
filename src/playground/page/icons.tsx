/** Line icons of 20 by 20, in the colour of the text about them. */

const PATHS = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5L5 15',
  clock: 'M10 5.5V10l3 2M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z',
  restart: 'M15.8 8.2A6.2 6.2 0 1 0 16.2 11M16.2 4v4.4h-4.4',
  unplug: 'M7.5 3v3M12.5 3v3M5.5 6h9v3.2a4.5 4.5 0 0 1-9 0zM10 13.7V17',
  wire: 'M2.5 10h3.2l2-5.5 4 11 2.2-5.5h3.6',
  sun: 'M10 13.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2',
  moon: 'M16.5 11.6A6.9 6.9 0 0 1 8.4 3.5a6.9 6.9 0 1 0 8.1 8.1z',
  send: 'M3.2 10h9.2M3.2 10l-.7-6.4L17.5 10 2.500 16.400z',
  down: 'M5 8l5 5 5-5',
  up: 'M10 16V4.500M5 9l5-5 5 5',
  out: 'M8 5H4.500v10.500H15V12M11 4h5v5M16 4l-7 7',
  eye: 'M2.200 10S5 4.800 10 4.800 17.800 10 17.800 10 15 15.200 10 15.200 2.200 10 2.200 10zM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  check: 'M4 10.500l4 4 8-9',
  slash: 'M12.500 3.500l-5 13',
  tools: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  reply: 'M17 4v3.500A3.500 3.500 0 0 1 13.500 11H4M8 7l-4 4 4 4',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
