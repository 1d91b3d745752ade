/** Drawings as PNG, by @napi-rs/canvas. Takes long: belongs in a thread of its own. */

import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import anyAscii from 'any-ascii';
import type { Drawing, Font, Letters, Mark } from './standingsDrawing.ts';

/** For sharp screens. */
const SCALE = 2;
const FAMILY = 'Attaché';
/** Stands for a text of which nothing can be shown. */
const NOTHING = '…';
const FILES = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'] as const;
/** The height of a capital by the size of the type, of this font. */
const CAPITAL = 0.73;

const { resolve } = createRequire(import.meta.url);
for (const file of FILES) GlobalFonts.registerFromPath(resolve(`dejavu-fonts-ttf/ttf/${file}`), FAMILY);

const sheet = createCanvas(1, 1).getContext('2d');

/** The letters of our own font, and of the machine's fonts for what that lacks. */
export const letters: Letters = {
  shown(text) {
    const shown = Array.from(text, (character) => (hasLetter(character) ? character : anyAscii(character))).join('');
    return shown.replace(/\s+/g, ' ').trim() || (text && NOTHING);
  },
  width(text, font) {
    sheet.font = css(font);
    return sheet.measureText(text).width;
  },
};

/** Made once: a new one for each picture piles up until the garbage is collected. Setting its size clears it. */
const canvas = createCanvas(1, 1);
const page = canvas.getContext('2d');

export function paint({ width, height, marks }: Drawing): Uint8Array<ArrayBuffer> {
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  page.scale(SCALE, SCALE);
  for (const mark of marks) put(mark);
  return new Uint8Array(canvas.toBuffer('image/png'));
}

function put(mark: Mark) {
  page.fillStyle = mark.colour;
  switch (mark.kind) {
    case 'text':
      page.font = css(mark.font);
      page.textAlign = mark.align;
      page.fillText(mark.text, mark.x, mark.y + (mark.font.size * CAPITAL) / 2);
      return;
    case 'box':
      page.beginPath();
      page.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
      page.fill();
      return;
    case 'shape':
      page.beginPath();
      for (const [x, y] of mark.points) page.lineTo(x, y);
      page.closePath();
      page.fill();
      return;
  }
}

function css({ size, bold }: Font): string {
  return `${bold ? 'bold ' : ''}${size}px "${FAMILY}"`;
}

/** No font has a letter for the last private character; what looks like it has none either. */
const NO_LETTER = '\u{10fffd}';
const PROBE = 24;
/** What is remembered of characters is forgotten at so many. */
const MOST_KNOWN = 5000;

const probe = createCanvas(PROBE, PROBE).getContext('2d', { willReadFrequently: true });
const none = looks(NO_LETTER);
const known = new Map<string, boolean>();

/** Nothing else tells: a canvas puts a box where no font has the letter, and does not say so. */
function hasLetter(character: string): boolean {
  if (character <= '\u02af') return true;
  const before = known.get(character);
  if (before !== undefined) return before;
  const has = !looks(character).equals(none);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(character, has);
  return has;
}

function looks(character: string): Buffer {
  probe.clearRect(0, 0, PROBE, PROBE);
  probe.font = css({ size: 16, bold: false });
  probe.fillText(character, 2, 18);
  return Buffer.from(probe.getImageData(0, 0, PROBE, PROBE).data);
}
