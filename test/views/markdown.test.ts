import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, heading, link, plain, small, timestamp } from '../../src/views/markdown.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
}

/** What Discord makes of a text: the kinds of its parts, and its words. */
function read(markdown: string) {
  const nodes = flat(parse(markdown, 'extended') as readonly Node[]);
  return {
    kinds: [...new Set(nodes.map(({ type }) => type).filter((type) => type !== 'text' && type !== 'br'))],
    text: nodes.map(({ type, content }) => (type === 'text' && typeof content === 'string' ? content : '')).join(''),
  };
}

function flat(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => [node, ...(Array.isArray(node.content) ? flat(node.content as readonly Node[]) : [])]);
}

const signs = fc.string({
  unit: fc.constantFrom(
    ...'*_~`|<>[]()#-+:/@!&\\.1aé \n'.split(''),
    '@everyone',
    '<@123>',
    '<#1>',
    'https://evil.example',
    '```',
  ),
  maxLength: 40,
});

describe('a text as it stands', () => {
  test.each([
    ['**bold** _it_ __un__ ~~gone~~ ||hidden|| `code`'],
    ['# a heading'],
    ['-# small'],
    ['- a list'],
    ['+ a list'],
    ['1. a list'],
    ['1956) a list'],
    ['> a quotation'],
    ['>>> a quotation'],
    ['[a link](https://evil.example)'],
    ['](http://evil)'],
    ['https://evil.example'],
    ['<https://evil.example>'],
    ['<@123> <@!123> <@&123> <#123> </help:1> <t:1:R> <:e:1> <id:home>'],
    ['```js code```'],
    ['back\\slash \\'],
  ])('has no format: %s', (text) => {
    expect(read(plain(text))).toEqual({ kinds: [], text });
  });

  test('has no format and loses no word, whatever it is', () => {
    fc.assert(
      fc.property(signs, (text) => {
        const whole = `x ${text} x`;
        const seen = read(plain(whole)).text.replaceAll('\u200b', '');
        expect(seen).toBe(whole.replace(/\s+/g, ' '));
        expect(read(plain(text)).kinds.filter((kind) => kind !== 'emoticon')).toEqual([]);
      }),
    );
  });

  test.each([
    ['1. a', '1\\. a'],
    ['1956) a', '1956\\) a'],
    ['in 1956. A', 'in 1956. A'],
  ])('“%s” is no numbered list', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test.each(['@everyone', '@here', 'a@everyone.b', '@@everyone'])('cannot call to all: %s', (text) => {
    expect(plain(text)).not.toMatch(/@(everyone|here)/);
  });

  test('comes on one line', () => {
    expect(plain('one\ntwo\r\n\tthree')).toBe('one two three');
  });
});

test('a text in bold, a heading or small stays inside it', () => {
  fc.assert(
    fc.property(signs, (text) => {
      expect(heading(text)).not.toMatch(/\n/);
      expect(small(plain(text))).not.toMatch(/\n/);
      expect(bold(`x${text}x`).startsWith('**x') && bold(`x${text}x`).endsWith('x**')).toBe(true);
    }),
  );
});

describe('a link', () => {
  test.each([
    [
      'as it is',
      'The Gazette: Envoys',
      'https://gazette.example/a?b=c&d',
      '[The Gazette: Envoys](<https://gazette.example/a?b=c&d>)',
    ],
    ['with a bracket in the label', '[Update] a ] b', 'https://a.example', '[(Update) a ) b](<https://a.example>)'],
    ['with brackets in the address', 'x', 'https://a.example/Foo_(bar)', '[x](<https://a.example/Foo_%28bar%29>)'],
    [
      'with an end in the address',
      'x',
      'https://a.example/>) @everyone',
      '[x](<https://a.example/%3E%29%20@everyone>)',
    ],
  ])('%s', (_, label, url, expected) => {
    expect(link(label, url)).toBe(expected);
  });

  test('leads where it says, whatever its label', () => {
    fc.assert(
      fc.property(signs, (label) => {
        const nodes = parse(`${link(`x ${label} x`, 'https://a.example/')} end`, 'extended') as readonly Node[];
        expect(nodes.filter(({ type }) => type === 'url' || type === 'link').map(({ target }) => target)).toEqual([
          'https://a.example/',
        ]);
      }),
    );
  });
});

test('a moment is shown in whole seconds', () => {
  expect(timestamp(1_600_000_000_999, 'R')).toBe('<t:1600000000:R>');
});
