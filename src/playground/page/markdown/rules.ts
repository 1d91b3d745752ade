import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { LIST, listIn } from './list.ts';

/**
 * The parser's rules, with ours for what it lacks or does otherwise.
 *
 * - Lists, which it does not know.
 * - Links: only http and https, none inside another; anything else stays text.
 * - Blocks begin at the start of a line, never inside bold and the like.
 * - Emoticons are plain text.
 */

type Rule = (typeof rulesExtended)[string];
type State = Parameters<Rule['match']>[1];

const LINK =
  /^\[((?:\\.|[^[\]\\]|\[(?:\\.|[^[\]\\])*\])+)\]\((?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+))(?:\s+"[^"]*")?\)/;

const BLOCKS = ['heading', 'subtext', 'blockQuote'];
const WRAPPINGS = ['em', 'strong', 'underline', 'strikethrough', 'spoiler'];
const LINKS = ['url', 'autolink'];
const LEFT_OUT = ['emoticon', 'link', 'newline', 'twemoji', 'guildNavigation'];

const startsLine = (before: string) => /(^|\n)$/.test(before);

const link: Rule = {
  order: orderOf('link'),
  match: (source, state) => (state.inLink ? null : LINK.exec(source)),
  parse: (capture, parse, state) => ({
    content: parse(capture[1] ?? '', { ...state, inLink: true, inWrapping: true }),
    target: capture[2] ?? capture[3],
  }),
};

const list: Rule = {
  order: orderOf('heading') - 0.25,
  match: (source, state, before) => (state.inWrapping || !startsLine(before) ? null : LIST.exec(source)),
  parse: (capture, parse, state) =>
    listIn(capture[0] ?? '').map(({ first, items }) => ({
      type: 'list',
      first,
      items: items.map(({ text, below }) => [
        ...parse(text, { ...state, inWrapping: true }),
        ...(below ? parse(below, { ...state, inWrapping: false }) : []),
      ]),
    })),
};

function orderOf(name: string): number {
  return rulesExtended[name]?.order ?? 0;
}

/** A block rule that holds only at the start of a line. */
function atLineStart(rule: Rule): Rule {
  const match = (source: string, state: State, before: string) =>
    state.inWrapping || !startsLine(before) ? null : rule.match(source, { ...state, prevCapture: null }, before);
  return { ...rule, match: match as Rule['match'] };
}

/** A rule whose inside holds no blocks. */
function wrapping(rule: Rule): Rule {
  return {
    ...rule,
    parse: (capture, parse, state) =>
      rule.parse(capture, (text, inner) => parse(text, { ...inner, inWrapping: true }), state),
  };
}

function outsideLinks(rule: Rule): Rule {
  const match = (source: string, state: State, before: string) =>
    state.inLink ? null : rule.match(source, state, before);
  return { ...rule, match: match as Rule['match'] };
}

function ours(name: string, rule: Rule): Rule {
  if (BLOCKS.includes(name)) return atLineStart(rule);
  if (WRAPPINGS.includes(name)) return wrapping(rule);
  return LINKS.includes(name) ? outsideLinks(rule) : rule;
}

const kept = Object.entries(rulesExtended).filter(([name]) => !LEFT_OUT.includes(name));

export const parseMarkdown = SimpleMarkdown.parserFor({
  ...Object.fromEntries(kept.map(([name, rule]) => [name, ours(name, rule)])),
  link,
  list,
});
