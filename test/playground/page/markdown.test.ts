import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../src/playground/page/markdown/mark.ts';
import { isWeb, readMarkdown } from '../../../src/playground/page/markdown/readMarkdown.ts';

const text = (words: string): Mark => ({ kind: 'text', text: words });
const LINE: Mark = { kind: 'break' };

describe('marks within a line', () => {
  it.each([
    ['**a**', 'strong'],
    ['*a*', 'em'],
    ['_a_', 'em'],
    ['__a__', 'underline'],
    ['~~a~~', 'strike'],
    ['||a||', 'spoiler'],
  ])('reads %s as %s', (source, kind) => {
    expect(readMarkdown(source)).toEqual([{ kind, inside: [text('a')] }]);
  });

  it('nests', () => {
    expect(readMarkdown('**bold *and* __more__**')).toEqual([
      {
        kind: 'strong',
        inside: [
          text('bold '),
          { kind: 'em', inside: [text('and')] },
          text(' '),
          { kind: 'underline', inside: [text('more')] },
        ],
      },
    ]);
    expect(readMarkdown('***both***')).toEqual([{ kind: 'em', inside: [{ kind: 'strong', inside: [text('both')] }] }]);
  });

  it('reads nothing inside code', () => {
    expect(readMarkdown('`a *b* <@12345678901234567>`')).toEqual([
      { kind: 'code', text: 'a *b* <@12345678901234567>' },
    ]);
  });

  it('leaves escaped, unclosed and inner-word signs as they are', () => {
    expect(readMarkdown('\\*a\\* **b snake_case_word 2 * 3 * 4')).toEqual([text('*a* **b snake_case_word 2 * 3 * 4')]);
  });
});

describe('blocks', () => {
  it('reads headings of three levels, and no fourth', () => {
    expect(readMarkdown('# A\n## B\n### C\n#### D')).toEqual([
      { kind: 'heading', level: 1, inside: [text('A')] },
      { kind: 'heading', level: 2, inside: [text('B')] },
      { kind: 'heading', level: 3, inside: [text('C')] },
      text('#### D'),
    ]);
  });

  it('reads small print', () => {
    expect(readMarkdown('-# *small*')).toEqual([{ kind: 'small', inside: [{ kind: 'em', inside: [text('small')] }] }]);
  });

  it('keeps every line end of plain text', () => {
    expect(readMarkdown('a\n\nb')).toEqual([text('a'), LINE, LINE, text('b')]);
  });

  it('quotes only the lines that say so, or all the rest after >>>', () => {
    expect(readMarkdown('> a\n> b\nc')).toEqual([{ kind: 'quote', inside: [text('a'), LINE, text('b')] }, text('c')]);
    expect(readMarkdown('>>> a\nb')).toEqual([{ kind: 'quote', inside: [text('a'), LINE, text('b')] }]);
  });

  it('reads a code block with its language', () => {
    expect(readMarkdown('```js\nlet a = *1*;\n```\nafter')).toEqual([
      { kind: 'code-block', language: 'js', text: 'let a = *1*;' },
      text('after'),
    ]);
  });

  it('reads lists, their numbers and what is below a point', () => {
    expect(readMarkdown('before\n- a\n- **b**\n  - c\n3. x\n4. y\nafter')).toEqual([
      text('before'),
      LINE,
      {
        kind: 'list',
        items: [
          [text('a')],
          [
            { kind: 'strong', inside: [text('b')] },
            { kind: 'list', items: [[text('c')]] },
          ],
        ],
      },
      { kind: 'list', first: 3, items: [[text('x')], [text('y')]] },
      text('after'),
    ]);
  });

  it('begins no block inside a line or inside other marks', () => {
    expect(readMarkdown('a # b')).toEqual([text('a # b')]);
    expect(readMarkdown('**- a**')).toEqual([{ kind: 'strong', inside: [text('- a')] }]);
    expect(readMarkdown('**# a**')).toEqual([{ kind: 'strong', inside: [text('# a')] }]);
  });
});

describe('links', () => {
  const to = (url: string, words: string): Mark => ({ kind: 'link', url, inside: [text(words)] });

  it.each([
    ['[a](https://example.org/x_(y))', to('https://example.org/x_(y)', 'a')],
    ['[a](<https://example.org/x>)', to('https://example.org/x', 'a')],
    ['[a \\[1\\]](https://example.org)', to('https://example.org', 'a [1]')],
    ['<https://example.org/a_b_c>', to('https://example.org/a_b_c', 'https://example.org/a_b_c')],
    ['https://example.org/a_b_c', to('https://example.org/a_b_c', 'https://example.org/a_b_c')],
  ])('reads %s', (source, mark) => {
    expect(readMarkdown(source)).toEqual([mark]);
  });

  it('marks up a label, but makes no link inside a link', () => {
    expect(readMarkdown('[**a** https://evil.example](https://example.org)')).toEqual([
      {
        kind: 'link',
        url: 'https://example.org',
        inside: [{ kind: 'strong', inside: [text('a')] }, text(' https://evil.example')],
      },
    ]);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](<javascript:alert(1)>)',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html,x)',
    '[a](//example.org)',
    '[a](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[a](vbscript:x)',
  ])('makes no link of %s', (source) => {
    expect(kindsIn(readMarkdown(source))).not.toContain('link');
  });

  it('knows the web from the rest', () => {
    expect(['https://a.b', 'http://a.b'].every(isWeb)).toBe(true);
    expect(['javascript:1', ' javascript:1', 'java\nscript:1', 'ftp://a', 'a', ''].some(isWeb)).toBe(false);
  });
});

describe('what Discord writes in angle brackets', () => {
  const ID = '175928847299117063';

  it.each([
    [`<@${ID}>`, { kind: 'person', id: ID }],
    [`<@!${ID}>`, { kind: 'person', id: ID }],
    [`<@&${ID}>`, { kind: 'role', id: ID }],
    [`<#${ID}>`, { kind: 'channel', id: ID }],
    [`</schedule add:${ID}>`, { kind: 'command', name: 'schedule add' }],
    ['<t:1700000000:R>', { kind: 'time', at: 1_700_000_000_000, style: 'R' }],
    ['<t:1700000000>', { kind: 'time', at: 1_700_000_000_000, style: 'f' }],
    ['@everyone', { kind: 'everyone' }],
    ['@here', { kind: 'here' }],
  ])('reads %s', (source, mark) => {
    expect(readMarkdown(source)).toEqual([mark]);
  });

  it('keeps a moment out of reach as text', () => {
    expect(kindsIn(readMarkdown('<t:99999999999999:R>'))).not.toContain('time');
  });
});

describe('hostile text', () => {
  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', '&lt;b&gt;'])(
    'keeps %s as text, to the letter',
    (source) => {
      const marks = readMarkdown(source);
      expect(marks.map((mark) => (mark.kind === 'text' ? mark.text : '?')).join('')).toBe(source);
    },
  );

  it.each(['**a ', '__a ', '[a](', '[', '> ', '||', '`', '- ', '*_', '<', '[a](https://', '\n- a\n  - b'])(
    'reads %j over and over in reasonable time',
    (piece) => {
      const source = piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);
      const from = performance.now();
      expect(() => readMarkdown(source)).not.toThrow();
      expect(performance.now() - from).toBeLessThan(2000);
    },
  );
});

function kindsIn(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => [mark.kind, ...('inside' in mark ? kindsIn(mark.inside) : [])]);
}
