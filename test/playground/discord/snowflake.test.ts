import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snowflakes } from '../../../src/playground/discord/snowflake.ts';

test('ids always grow, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000_000_000_000), { minLength: 2 }), (times) => {
      const left = [...times];
      const mint = snowflakes(() => left.shift() ?? 0);
      const ids = times.map(() => BigInt(mint()));
      expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? id))).toBe(true);
    }),
  );
});

test('an id tells its moment', () => {
  // Source: discord-api-docs `developers/reference.mdx`, "Snowflakes", the worked example.
  const mint = snowflakes(() => 1_462_015_105_796);
  expect(BigInt(mint()) >> 22n).toBe(175_928_847_299_117_063n >> 22n);
});
