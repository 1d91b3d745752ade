/** Everything an operator can set, from the environment and `.env`. One table in README and `.env.example` says the same. */

import { z } from 'zod';
import { LOG_LEVELS } from './adapters/log.ts';
import { STORE_SCHEMES } from './adapters/store/engines.ts';

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'is the bot token from the Discord developer portal, without spaces')
    .optional(),
  STORE_URL: z
    .string()
    .refine(
      (url) => STORE_SCHEMES.some((scheme) => url.startsWith(`${scheme}:`)),
      `begins with one of ${STORE_SCHEMES.map((scheme) => `${scheme}:`).join(', ')}, such as sqlite://var/attache.sqlite`,
    )
    .default('sqlite://var/attache.sqlite'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is one of ${LOG_LEVELS.join(', ')}`).default('info'),
  PLAYGROUND_PORT: z.coerce
    .number('is a port number')
    .int('is a whole number')
    .min(0, 'is 0 (any free port) to 65535')
    .max(65_535, 'is 0 (any free port) to 65535')
    .default(4810),
});

export type Settings = z.infer<typeof settings>;

/** The settings are not usable; the message has a line for each that is wrong, by its name. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/**
 * The settings of an environment. What is empty counts as left out.
 * @throws BadSettings naming every variable that is wrong, and never its value: it may be a secret.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new BadSettings(`These settings are wrong:\n${faults.join('\n')}`);
}
