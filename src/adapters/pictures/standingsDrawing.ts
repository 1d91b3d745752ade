/** Where everything stands on the picture of a game's standings. Pure: the widths of texts come from outside. */

import { graphemes, type StandingsPicture, type StandingsRow, type TeamRow } from '../../views/standingsPicture.ts';

/** Lengths are in pixels at single size, from the top left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are painted. */
  readonly marks: readonly Mark[];
}

export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Where the middle of its capitals stands. */
      readonly y: number;
      readonly font: Font;
      readonly colour: string;
      readonly align: 'left' | 'center' | 'right';
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly colour: string;
    }
  | { readonly kind: 'shape'; readonly points: readonly (readonly [x: number, y: number])[]; readonly colour: string };

export interface Font {
  readonly size: number;
  readonly bold: boolean;
}

/** The letters at hand. */
export interface Letters {
  /** The text with whatever has no letter put in other letters. */
  shown(text: string): string;
  width(text: string, font: Font): number;
}

const WIDTH = 800;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const BADGE_X = MARGIN + 26;
const NAME_X = MARGIN + 76;
const RIGHT_X = WIDTH - MARGIN - 16;
const POINTS_X = RIGHT_X - 118;
const ROW = 66;
const TEAM_LINE = 26;
const GAP = 8;
/** Room above the first row of names. */
const HEADS = 40;

const COLOURS = {
  paper: '#1c2838',
  row: '#263548',
  track: '#34465d',
  bar: '#7fb2e5',
  ink: '#f4f6f8',
  faint: '#b3c0cf',
  rule: '#3b4d64',
} as const;

/** Of the first three places: the medal, its ribbon and the number on it. */
const MEDALS: Readonly<Record<number, { readonly disc: string; readonly rim: string; readonly ribbon: string }>> = {
  1: { disc: '#f2c14e', rim: '#b5851b', ribbon: '#c8553d' },
  2: { disc: '#d3dae2', rim: '#8592a1', ribbon: '#5b84b1' },
  3: { disc: '#d99a6c', rim: '#96603a', ribbon: '#6f9b72' },
};
const ON_MEDAL = '#1c2838';
/** Of teams, in the order of their places; the name stands beside. */
const TEAM_COLOURS = ['#7fb2e5', '#f0a868', '#8fcf9f', '#d59ad0', '#e6d36a', '#9aa9ff'] as const;

const TITLE: Font = { size: 36, bold: true };
const SUBTITLE: Font = { size: 23, bold: false };
const HEAD: Font = { size: 21, bold: false };
const NAME: Font = { size: 28, bold: false };
const PODIUM_NAME: Font = { size: 28, bold: true };
const TEAM: Font = { size: 21, bold: false };

export function standingsDrawing(picture: StandingsPicture, letters: Letters): Drawing {
  const { title, subtitle, rows, teams, footer, heads } = picture;
  const marks: Mark[] = [];
  const fitted = (text: string, width: number, font: Font) => cutTo(letters.shown(text), width, font, letters);
  const write = (text: string, x: number, y: number, font: Font, colour: string, align: Align = 'left') =>
    void marks.push({ kind: 'text', text, x, y, font, colour, align });
  let y = MARGIN;

  for (const line of wrapped(letters.shown(title), INNER, TITLE, letters)) {
    write(line, MARGIN, y + 18, TITLE, COLOURS.ink);
    y += 46;
  }
  if (subtitle) {
    write(fitted(subtitle, INNER, SUBTITLE), MARGIN, y + 14, SUBTITLE, COLOURS.faint);
    y += 36;
  }

  if (teams.length) {
    section(heads.teams, '');
    const best = Math.max(...teams.map(({ points }) => points), 1);
    for (const [index, team] of teams.entries()) teamRow(team, index, best);
    y += 14;
  }
  if (rows.length) {
    section(teams.length ? heads.players : '', heads.right);
    const best = Math.max(...rows.map(({ points }) => points), 1);
    for (const row of rows) playerRow(row, best);
  }
  if (footer) {
    y += 12;
    write(fitted(footer, INNER, HEAD), MARGIN, y + 14, HEAD, COLOURS.faint);
    y += 28;
  }

  const height = Math.ceil(y + MARGIN - 12);
  const paper: Mark = { kind: 'box', x: 0, y: 0, width: WIDTH, height, radius: 24, colour: COLOURS.paper };
  return { width: WIDTH, height, marks: [paper, ...marks] };

  function section(name: string, right: string) {
    const middle = y + HEADS / 2 + 2;
    write(fitted(name, 300, HEAD), MARGIN, middle, HEAD, COLOURS.faint);
    write(fitted(heads.points, 160, HEAD), right ? POINTS_X : RIGHT_X, middle, HEAD, COLOURS.faint, 'right');
    if (right) write(fitted(right, 110, HEAD), RIGHT_X, middle, HEAD, COLOURS.faint, 'right');
    y += HEADS;
  }

  function teamRow({ place, name, points }: TeamRow, index: number, best: number) {
    const colour = teamColour(index);
    rowBox(ROW);
    badge(place, points, y + ROW / 2);
    marks.push({ kind: 'box', x: NAME_X, y: y + 20, width: 18, height: 18, radius: 4, colour });
    line(name, points, { x: NAME_X + 30, end: RIGHT_X, middle: y + 29, place });
    bar(points / best, { x: NAME_X, end: RIGHT_X, y: y + ROW - 14, colour });
    y += ROW + GAP;
  }

  function playerRow({ place, name, points, right, of, team }: StandingsRow, best: number) {
    const height = team === undefined ? ROW : ROW + TEAM_LINE;
    rowBox(height);
    badge(place, points, y + height / 2);
    line(name, points, { x: NAME_X, end: POINTS_X, middle: y + 29, place });
    write(`${right}/${of}`, RIGHT_X, y + 29, TEAM, COLOURS.faint, 'right');
    const index = teams.findIndex((one) => one.name === team);
    const colour = index < 0 ? COLOURS.bar : teamColour(index);
    if (team !== undefined) {
      marks.push({ kind: 'box', x: NAME_X, y: y + 51, width: 14, height: 14, radius: 3, colour });
      write(fitted(team, POINTS_X - NAME_X - 22, TEAM), NAME_X + 22, y + 58, TEAM, COLOURS.faint);
    }
    bar(points / best, { x: NAME_X, end: POINTS_X, y: y + height - 14, colour });
    y += height + GAP;
  }

  function rowBox(height: number) {
    marks.push({ kind: 'box', x: MARGIN - 12, y, width: INNER + 24, height, radius: 12, colour: COLOURS.row });
  }

  function line(name: string, points: number, { x, end, middle, place }: Line) {
    const font = medalOf(place, points) ? PODIUM_NAME : NAME;
    const figure = grouped(points);
    write(figure, end, middle, font, COLOURS.ink, 'right');
    write(fitted(name, end - x - letters.width(figure, font) - 24, font), x, middle, font, COLOURS.ink);
  }

  function bar(share: number, { x, end, y, colour }: { x: number; end: number; y: number; colour: string }) {
    const whole = { kind: 'box', x, y, height: 5, radius: 2.5 } as const;
    marks.push({ ...whole, width: end - x, colour: COLOURS.track });
    if (share > 0) marks.push({ ...whole, width: Math.max(5, Math.min(1, share) * (end - x)), colour });
  }

  /** A medal on a ribbon for the first three places, a bare number for the others. */
  function badge(place: number, points: number, middle: number) {
    const medal = medalOf(place, points);
    if (!medal) return write(String(place), BADGE_X, middle, NAME, COLOURS.faint, 'center');
    const centre = middle - 6;
    for (const side of [-1, 1]) {
      const at = (dx: number, dy: number) => [BADGE_X + side * dx, centre + dy] as const;
      marks.push({
        kind: 'shape',
        points: [at(2, 8), at(16, 12), at(19, 34), at(11, 29), at(5, 35)],
        colour: medal.ribbon,
      });
    }
    disc(22, medal.rim);
    disc(19, medal.disc);
    write(String(place), BADGE_X, centre, { size: 25, bold: true }, ON_MEDAL, 'center');

    function disc(radius: number, colour: string) {
      const size = 2 * radius;
      marks.push({ kind: 'box', x: BADGE_X - radius, y: centre - radius, width: size, height: size, radius, colour });
    }
  }
}

type Align = 'left' | 'center' | 'right';

interface Line {
  readonly x: number;
  readonly end: number;
  readonly middle: number;
  readonly place: number;
}

/** Nobody has earned one with nothing. */
function medalOf(place: number, points: number) {
  return points > 0 ? MEDALS[place] : undefined;
}

function teamColour(index: number): string {
  return TEAM_COLOURS[index % TEAM_COLOURS.length] ?? COLOURS.bar;
}

/** With narrow spaces between thousands, which no language reads as a decimal point. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function cutTo(text: string, width: number, font: Font, { width: widthOf }: Pick<Letters, 'width'>): string {
  if (widthOf(text, font) <= width) return text;
  const all = graphemes(text);
  let [fits, over] = [0, all.length];
  while (over - fits > 1) {
    const half = (fits + over) >> 1;
    if (widthOf(cut(half), font) <= width) fits = half;
    else over = half;
  }
  return cut(fits);

  function cut(length: number) {
    return `${all.slice(0, length).join('').trimEnd()}…`;
  }
}

/** On two lines at most, broken between words. */
function wrapped(text: string, width: number, font: Font, letters: Letters): readonly string[] {
  if (letters.width(text, font) <= width) return text ? [text] : [];
  const words = text.split(' ');
  let fits = words.length - 1;
  while (fits > 0 && letters.width(words.slice(0, fits).join(' '), font) > width) fits--;
  if (!fits) return [cutTo(text, width, font, letters)];
  return [words.slice(0, fits).join(' '), cutTo(words.slice(fits).join(' '), width, font, letters)];
}
