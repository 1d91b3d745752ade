import { describe, expect, test } from 'vitest';
import { BadSettings, readSettings } from '../src/settings.ts';

describe('settings', () => {
  test('that are left out, empty or blank are as the table says', () => {
    const usual = {
      STORE_URL: 'sqlite://var/attache.sqlite',
      LOG_LEVEL: 'info',
      PLAYGROUND_PORT: 4810,
    };
    expect(readSettings({})).toEqual(usual);
    expect(readSettings({ DISCORD_TOKEN: '', STORE_URL: ' ', LOG_LEVEL: '', PLAYGROUND_PORT: '' })).toEqual(usual);
  });

  test('are taken from the environment, and nothing else of it is', () => {
    const given = { DISCORD_TOKEN: 'abc.def', STORE_URL: 'memory:', LOG_LEVEL: 'debug', PLAYGROUND_PORT: '0' };
    expect(readSettings({ ...given, HOME: '/root' })).toEqual({ ...given, PLAYGROUND_PORT: 0 });
  });

  test('that are wrong are all named at once, and none of their values is told', () => {
    const wrong = {
      DISCORD_TOKEN: 'my secret token',
      STORE_URL: 'oracle://scott:tiger@host',
      LOG_LEVEL: 'shouting',
      PLAYGROUND_PORT: '65536',
    };
    expect(() => readSettings(wrong)).toThrow(
      new BadSettings(
        [
          'These settings are wrong:',
          '  DISCORD_TOKEN is the bot token from the Discord developer portal, without spaces',
          '  STORE_URL begins with one of sqlite:, memory:, such as sqlite://var/attache.sqlite',
          '  LOG_LEVEL is one of debug, info, warn, error, silent',
          '  PLAYGROUND_PORT is 0 (any free port) to 65535',
        ].join('\n'),
      ),
    );
  });

  test.each([
    ['65535', 65_535],
    ['0', 0],
  ])('take %s for a port', (port, expected) => {
    expect(readSettings({ PLAYGROUND_PORT: port }).PLAYGROUND_PORT).toBe(expected);
  });

  test.each([
    ['65536', 'is 0 (any free port) to 65535'],
    ['-1', 'is 0 (any free port) to 65535'],
    ['80.5', 'is a whole number'],
    ['eighty', 'is a port number'],
  ])('do not take %s for a port', (port, fault) => {
    expect(() => readSettings({ PLAYGROUND_PORT: port })).toThrow(`PLAYGROUND_PORT ${fault}`);
  });
});
