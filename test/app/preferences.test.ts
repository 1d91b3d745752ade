import { beforeEach, describe, expect, test } from 'vitest';
import { openStores, type Stores } from '../../src/adapters/store/open.ts';
import { openPreferences } from '../../src/app/preferences.ts';
import { CHANNELS_PER_SERVER, MEMBER_DEFAULTS, SERVER_DEFAULTS } from '../../src/domain/groupSettings.ts';
import { aLog } from '../support/aLog.ts';

let stores: Stores;
beforeEach(async () => {
  stores = await openStores('memory:', aLog());
  return () => stores.close();
});
const open = () => openPreferences({ servers: stores.serverSettings, members: stores.memberSettings });

describe('a server', () => {
  test('has what was set, here and after a restart; others have the defaults', async () => {
    const preferences = await open();
    const changed = await preferences.changeServer('100', { mode: 'race', zone: 'Asia/Tokyo' });
    await preferences.changeServer('100', { seconds: 45 });
    const set = { ...SERVER_DEFAULTS, mode: 'race', zone: 'Asia/Tokyo', seconds: 45 };
    expect([changed, preferences.server('100'), (await open()).server('100')]).toEqual([
      { ...set, seconds: 20 },
      set,
      set,
    ]);
    expect([preferences.server('1'), preferences.server(undefined)]).toEqual([SERVER_DEFAULTS, SERVER_DEFAULTS]);
  });

  test('stays as it was when a channel is too many', async () => {
    const preferences = await open();
    for (let id = 0; id < CHANNELS_PER_SERVER; id++) {
      await preferences.changeServer('100', { channels: { all: false, add: `${id}` } });
    }
    const before = preferences.server('100');
    const outcome = await preferences.changeServer('100', { seconds: 45, channels: { all: false, add: 'new' } });
    expect([outcome, preferences.server('100'), await stores.serverSettings.get('100')]).toEqual([
      'too-many-channels',
      before,
      before,
    ]);
  });
});

describe('a member', () => {
  test('has what was set, in that server only, here and after a restart', async () => {
    const preferences = await open();
    await preferences.changeMember('100', 'ana', { extraTime: 1.5 });
    await preferences.changeMember('100', 'ana', { hidden: true });
    const set = { extraTime: 1.5, hidden: true };
    const again = await open();
    expect([preferences.member('100', 'ana'), again.member('100', 'ana'), again.member('101', 'ana')]).toEqual([
      set,
      set,
      MEMBER_DEFAULTS,
    ]);
    expect([...preferences.hidden('100'), ...again.hidden('100'), ...again.hidden('101')]).toEqual(['ana', 'ana']);
  });

  test('who sets everything back is forgotten', async () => {
    const preferences = await open();
    await preferences.changeMember('100', 'ana', { hidden: true });
    await preferences.changeMember('100', 'ana', { hidden: false });
    expect([preferences.member('100', 'ana'), [...preferences.hidden('100')]]).toEqual([MEMBER_DEFAULTS, []]);
    expect(await stores.memberSettings.get('100:ana')).toBeUndefined();
  });
});
