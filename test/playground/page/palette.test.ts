import { describe, expect, it } from 'vitest';
import { paletteFor, typedOut } from '../../../src/playground/page/composer/palette.ts';
import type { ShownCommand } from '../../../src/playground/shown.ts';

const command = (name: string, description: string, hiddenIn: ShownCommand['hiddenIn'] = {}): ShownCommand => ({
  name,
  description,
  options: [],
  hiddenIn,
});

const COMMANDS = [
  command('/schedule add', 'Post once a day.', { here: 'Needs Manage Server.' }),
  command('/articles', 'Browse the library.'),
  command('/summary', 'The summary of an article.'),
  command('/quiz question', 'One question.'),
];

const namesFor = (typed: string, channelId = 'here') =>
  paletteFor(COMMANDS, channelId, typed).map((entry) => entry.command.name);

describe('paletteFor', () => {
  it('lists all commands in their order, those hidden here last and with their reason', () => {
    expect(namesFor('')).toEqual(['/articles', '/summary', '/quiz question', '/schedule add']);
    expect(paletteFor(COMMANDS, 'here', '').at(-1)?.hidden).toBe('Needs Manage Server.');
    expect(namesFor('', 'elsewhere')[0]).toBe('/schedule add');
  });

  it('puts a name’s start before a word’s start, and that before the description', () => {
    expect(namesFor('ar')).toEqual(['/articles', '/summary']);
    expect(namesFor('ques')).toEqual(['/quiz question']);
    expect(namesFor('ARTICLE')).toEqual(['/articles', '/summary']);
  });

  it('follows the words of a subcommand', () => {
    expect(namesFor('schedule a')).toEqual(['/schedule add']);
    expect(namesFor('schedule  ')).toEqual(['/schedule add']);
    expect(namesFor('nothing like it')).toEqual([]);
  });
});

describe('typedOut', () => {
  it('takes a whole name with a space after it, if it is offered here', () => {
    expect(typedOut(COMMANDS, 'here', 'Quiz  question ')?.name).toBe('/quiz question');
    expect(typedOut(COMMANDS, 'here', 'quiz question')).toBeUndefined();
    expect(typedOut(COMMANDS, 'here', 'quiz ')).toBeUndefined();
    expect(typedOut(COMMANDS, 'here', 'schedule add ')).toBeUndefined();
    expect(typedOut(COMMANDS, 'elsewhere', 'schedule add ')?.name).toBe('/schedule add');
  });
});
