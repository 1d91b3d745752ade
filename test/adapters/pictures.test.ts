import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Drawer } from '../../src/adapters/pictures/thread.ts';
import { type After, openPictures } from '../../src/adapters/pictures.ts';
import type { Standings } from '../../src/views/standingsPicture.ts';
import { aLog } from '../support/aLog.ts';
import { aPicture } from '../support/aPicture.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const DONE = new Uint8Array([1]);

/** Time that passes by hand. */
function aBell() {
  let now = 0;
  const due = new Map<object, { readonly at: number; ring(): void }>();
  const after: After = (ms, ring) => {
    const key = {};
    due.set(key, { at: now + ms, ring });
    return () => due.delete(key);
  };
  return {
    after,
    pass(ms: number) {
      now += ms;
      for (const [key, { at, ring }] of [...due]) {
        if (at > now || !due.delete(key)) continue;
        ring();
      }
    },
  };
}

/** Drawers that draw when they are told to. */
function drawers() {
  const underWay: { readonly title: string; done(): Promise<void>; fail(error: Error): Promise<void> }[] = [];
  const counts = { started: 0, ended: 0 };
  const startDrawer = (): Drawer => {
    counts.started += 1;
    return {
      draw: ({ title }) =>
        new Promise((resolve, reject) => {
          underWay.push({
            title,
            done() {
              resolve(DONE);
              return settled();
            },
            fail(error) {
              reject(error);
              return settled();
            },
          });
        }),
      end() {
        counts.ended += 1;
      },
    };
  };
  return { underWay, counts, startDrawer, titles: () => underWay.map(({ title }) => title) };
}

/** Resolves when all that waits for nothing but promises is done. */
async function settled() {
  await new Promise((resolve) => setImmediate(resolve));
}

function aStudio() {
  const [bell, log, { startDrawer, ...hands }] = [aBell(), aLog(), drawers()];
  const pictures = openPictures({ log, startDrawer, after: bell.after });
  return { ...hands, log, pass: bell.pass, pictures, ask: (title: string) => pictures.standings(aPicture({ title })) };
}

function realPictures() {
  const log = aLog();
  const pictures = openPictures({ log, after: () => () => undefined });
  onTestFinished(() => pictures.close());
  return { log, pictures, draw: (standings: Partial<Standings> = {}) => pictures.standings(aPicture(standings)) };
}

/** Width and height stand in a PNG's first chunk. Source: PNG specification, 11.2.2. */
function sizeOf(png: Uint8Array | undefined) {
  if (!png) throw new Error('no picture');
  expect([...png.subarray(0, 8)]).toEqual(PNG);
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

test('a picture is a PNG twice 800 pixels wide, higher with more rows', async () => {
  const { draw, log } = realPictures();
  const [four, none] = [sizeOf(await draw()), sizeOf(await draw({ rows: [] }))];
  expect(four.width).toBe(1600);
  expect(four.height - none.height).toBeGreaterThan(4 * 100);
  expect(log.lines).toEqual([]);
}, 30_000);

test('names of any script, of none, and of hostile letters are drawn', async () => {
  const { draw, log } = realPictures();
  const names = [
    '<script>&"',
    '\u202eevil',
    '李小龙',
    '👨‍👩‍👧🎉',
    '\u{10fffd}\u0378',
    'W'.repeat(100),
    '𒀀',
    'สมชาย',
    '\ud83d',
    '',
  ];
  const rows = names.map((name, at) => ({ place: at + 1, name, points: 1, right: 1, of: 1 }));
  expect(sizeOf(await draw({ rows })).width).toBe(1600);
  expect(log.lines).toEqual([]);
}, 30_000);

test('a thread that falls over costs its picture only', async () => {
  const { draw, log, pictures } = realPictures();
  expect(await pictures.standings({ ...aPicture(), rows: undefined } as never)).toBeUndefined();
  expect(log.lines).toMatchObject([{ level: 'error', event: 'picture-failed', error: expect.any(TypeError) }]);
  expect(sizeOf(await draw()).width).toBe(1600);
}, 30_000);

test('only the file of the thread reaches the drawing library', () => {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const reached = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gms)) {
      if (name.startsWith('.')) follow(join(dirname(file), name));
      else packages.add(name);
    }
  };
  follow(join(source, 'adapters/pictures.ts'));
  expect([...packages]).toContain('node:worker_threads');
  expect([...packages]).not.toContain('@napi-rs/canvas');
  follow(join(source, 'adapters/pictures/worker.ts'));
  expect([...packages]).toContain('@napi-rs/canvas');
});

test('two are drawn at once, the others wait their turn', async () => {
  const { ask, titles, underWay } = aStudio();
  const all = Promise.all(['a', 'b', 'c', 'd'].map(ask));
  expect(titles()).toEqual(['a', 'b']);
  await underWay[1]?.done();
  expect(titles()).toEqual(['a', 'b', 'c']);
  for (const at of [0, 2, 3]) await underWay[at]?.done();
  expect(await all).toEqual([DONE, DONE, DONE, DONE]);
});

test('a thread draws one picture after the other, and goes when nothing has come for a minute', async () => {
  const { ask, underWay, counts, pass } = aStudio();
  for (const at of [0, 1, 2]) {
    const picture = ask('a');
    await underWay[at]?.done();
    await picture;
    pass(59_000);
  }
  expect(counts).toEqual({ started: 1, ended: 0 });
  pass(1000);
  expect(counts).toEqual({ started: 1, ended: 1 });
});

test('after three seconds there is no picture, and a line in the log', async () => {
  const { ask, log, pass } = aStudio();
  const picture = ask('a');
  pass(2999);
  expect(log.events()).toEqual([]);
  pass(1);
  expect(await picture).toBeUndefined();
  expect(log.lines).toMatchObject([{ level: 'warn', event: 'picture-late', fields: { begun: true } }]);
});

test('the time in the queue counts, and what has run out of it is never drawn', async () => {
  const { ask, titles, underWay, log, pass } = aStudio();
  void ask('a');
  void ask('b');
  const third = ask('c');
  pass(3000);
  expect(await third).toBeUndefined();
  expect(log.lines.at(-1)).toMatchObject({ event: 'picture-late', fields: { begun: false, waiting: 0 } });
  await underWay[0]?.done();
  expect(titles()).toEqual(['a', 'b']);
});

test('a thread that was late draws the next one', async () => {
  const { ask, underWay, counts, pass } = aStudio();
  void ask('a');
  pass(5000);
  await underWay[0]?.done();
  const next = ask('b');
  await underWay[1]?.done();
  expect(await next).toBe(DONE);
  expect(counts).toEqual({ started: 1, ended: 0 });
});

test('a thread that stays silent is ended, and another draws on', async () => {
  const { ask, titles, underWay, counts, log, pass } = aStudio();
  void ask('a');
  void ask('b');
  pass(14_000);
  const third = ask('c');
  pass(1000);
  expect(log.events()).toEqual(['picture-late', 'picture-late', 'picture-thread-hung', 'picture-thread-hung']);
  expect(counts).toEqual({ started: 3, ended: 2 });
  expect(titles()).toEqual(['a', 'b', 'c']);
  await underWay[0]?.fail(new Error('ended'));
  await underWay[2]?.done();
  expect(await third).toBe(DONE);
  expect(log.events()).not.toContain('picture-failed');
});

test('a fault in drawing is logged, not thrown, and the next picture has a new thread', async () => {
  const { ask, underWay, counts, log } = aStudio();
  const fault = new Error('no more ink');
  const picture = ask('a');
  await underWay[0]?.fail(fault);
  expect(await picture).toBeUndefined();
  expect(log.lines).toMatchObject([{ level: 'error', event: 'picture-failed', error: fault }]);
  const next = ask('b');
  await underWay[1]?.done();
  expect(await next).toBe(DONE);
  expect(counts).toEqual({ started: 2, ended: 1 });
});

test('where no thread can be started there is no picture, and the log says why', async () => {
  const log = aLog();
  const fault = new Error('no such machine');
  const startDrawer = () => {
    throw fault;
  };
  const pictures = openPictures({ log, startDrawer, after: aBell().after });
  expect(await pictures.standings(aPicture())).toBeUndefined();
  expect(log.lines).toMatchObject([{ event: 'picture-failed', error: fault }]);
});

test('closing ends every thread and leaves nobody waiting', async () => {
  const { ask, pictures, counts, log } = aStudio();
  const all = Promise.all(['a', 'b', 'c'].map(ask));
  pictures.close();
  expect(await all).toEqual([undefined, undefined, undefined]);
  expect(await ask('d')).toBeUndefined();
  expect(counts).toEqual({ started: 2, ended: 2 });
  expect(log.lines).toEqual([]);
});

test('the log holds no names', async () => {
  const { pictures, log, underWay, pass } = aStudio();
  void pictures.standings(aPicture());
  pass(3000);
  await underWay[0]?.fail(new Error('broken'));
  expect(JSON.stringify(log.lines)).not.toContain('Ana');
});
