import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOADER } from './support/aBotProcess.ts';
import { aDataset, aFolder } from './support/aDataset.ts';
import { anArticle } from './support/anArticle.ts';

const ROOT = join(import.meta.dirname, '..');

/** Runs the entry point in a folder. */
function run(dir: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', LOADER, join(ROOT, 'src/data.ts'), ...args],
    {
      cwd: dir,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

/** A folder whose `data` is a small dataset. */
async function aFolderWithData(changes = {}): Promise<string> {
  const folder = aFolder();
  symlinkSync(await aDataset(changes), join(folder, 'data'));
  return folder;
}

test('a sound dataset passes, on the standard output', async () => {
  expect(run(await aFolderWithData(), 'check')).toEqual({
    status: 0,
    stdout: 'The dataset is sound: 1 articles, 8 facts, 8 questions, 1 events, 1 terms, 1 topics.\n',
    stderr: '',
  });
});

test('a broken one fails, on the standard error', async () => {
  expect(run(await aFolderWithData({ 'articles/x.json': anArticle() }), 'check')).toEqual({
    status: 1,
    stdout: '',
    stderr: [
      'data/articles/x.json:2  $.id  The id “leaders-call-2020” is not the name of its file, x.json. Rename the file to leaders-call-2020.json, or change the id.',
      '',
      '1 fault in 1 file.',
      '',
    ].join('\n'),
  });
});

test('an unknown flag is refused with exit code 2', async () => {
  const { status, stderr } = run(ROOT, 'check', '--fix');
  expect([status, stderr.split('\n')[0]]).toEqual([2, 'The command check has no flag --fix.']);
});
