const GAP = 4;
const EDGE = 8;

/** Puts a popover below its opener, or above where there is more room. */
export function placeBeside(opener: HTMLElement, popover: HTMLElement): void {
  const { left, top, bottom, width } = opener.getBoundingClientRect();
  const below = innerHeight - bottom - GAP - EDGE;
  const above = top - GAP - EDGE;
  const goesUp = below < Math.min(popover.scrollHeight, 260) && above > below;
  const wide = Math.min(Math.max(width, 240), innerWidth - 2 * EDGE);
  const { style } = popover;
  style.width = `${wide}px`;
  style.left = `${Math.max(EDGE, Math.min(left, innerWidth - wide - EDGE))}px`;
  style.maxHeight = `${Math.min(360, goesUp ? above : below)}px`;
  style.top = goesUp ? 'auto' : `${bottom + GAP}px`;
  style.bottom = goesUp ? `${innerHeight - top + GAP}px` : 'auto';
}
