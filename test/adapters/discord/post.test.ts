import { type Client, ComponentType, REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { discordPost } from '../../../src/adapters/discord/post.ts';
import { type Press, writePress } from '../../../src/views/press.ts';

const MARKER: Press = { kind: 'post', schedule: 'abc1234', day: '2026-10-19' };
const US = '42';
const AT = '2026-10-19T07:00:00.000Z';

/** A channel whose messages, oldest first, are served a hundred at a time, as Discord does. */
function aChannel(messages: readonly object[]) {
  const asked: string[] = [];
  const makeRequest = async (url: string) => {
    const after = BigInt(new URL(url).searchParams.get('after') ?? 0);
    asked.push(String(after));
    const page = messages.filter((_, index) => BigInt(10n ** 18n + BigInt(index)) > after).slice(0, 100);
    return Response.json(page.toReversed()) as never;
  };
  const rest = new REST({ makeRequest }).setToken('t');
  // Only what is used of a client: its REST, and who it is.
  return { asked, post: discordPost({ rest, user: { id: US } } as unknown as Client<true>) };
}

function aMessage(index: number, author: string, press?: Press) {
  const components = press
    ? [
        {
          type: ComponentType.Container,
          components: [
            {
              type: ComponentType.ActionRow,
              components: [{ type: ComponentType.Button, custom_id: writePress(press) }],
            },
          ],
        },
      ]
    : [];
  return { id: String(10n ** 18n + BigInt(index)), author: { id: author }, timestamp: AT, components };
}

const talk = (length: number) => Array.from({ length }, (_, index) => aMessage(index, '7'));

describe('looking for a post', () => {
  test('finds it behind everything that was said since', async () => {
    const { post, asked } = aChannel([...talk(250), aMessage(250, US, MARKER)]);
    expect(await post.find('1', MARKER, 0)).toEqual({
      kind: 'found',
      messageId: '1000000000000000250',
      at: Date.parse(AT),
    });
    expect(asked).toHaveLength(3);
  });

  test('does not take another day, another schedule, or somebody else’s message for it', async () => {
    const others = [
      aMessage(0, US, { ...MARKER, day: '2026-10-20' }),
      aMessage(1, US, { ...MARKER, schedule: 'other12' }),
      aMessage(2, '7', MARKER),
    ];
    expect(await aChannel(others).post.find('1', MARKER, 0)).toEqual({ kind: 'not-found' });
  });

  test('gives up, rather than say that it is not there, where there is too much to look through', async () => {
    await expect(aChannel(talk(5001)).post.find('1', MARKER, 0)).rejects.toThrow('more than 5000 messages');
  });
});
