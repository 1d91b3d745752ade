import { signal, useSignal } from '@preact/signals';
import { Icon } from '../icons.tsx';
import { now } from '../state/clock.ts';
import { ask, online } from '../state/connection.ts';
import { scene, tell } from '../state/screen.ts';
import { theme, toggleTheme } from '../state/theme.ts';
import { inspect, inspecting } from '../state/wire.ts';
import { fieldOf, HOUR, sayClock, tomorrowAtNine } from './time.ts';

/** Whether the tools are out, on a narrow screen. */
export const toolsOpen = signal(false);

const DAY = 24 * HOUR;

/** Moves time, and starts, cuts and watches the bot. */
export function Tools() {
  return (
    <div class={toolsOpen.value ? 'tools out' : 'tools'} id="tools">
      <Bot />
      <Time />
    </div>
  );
}

function Time() {
  const picked = useSignal('');
  const moving = useSignal(false);

  async function move(to: number): Promise<void> {
    moving.value = true;
    tell(await ask('moveTime', { to }), `It is now ${sayClock(to)}.`);
    moving.value = false;
  }

  return (
    <section class="group time" aria-label="The playground’s time">
      <time class="clock" dateTime={new Date(now.value).toISOString()} aria-busy={moving.value}>
        <Icon name="clock" />
        {sayClock(now.value)}
      </time>
      <button type="button" class="tool" onClick={() => void move(now.peek() + HOUR)}>
        +1 hour
      </button>
      <button type="button" class="tool" onClick={() => void move(now.peek() + DAY)}>
        +1 day
      </button>
      <button type="button" class="tool" onClick={() => void move(tomorrowAtNine(now.peek()))}>
        Tomorrow 09:00
      </button>
      <form
        class="moment"
        onSubmit={(event) => {
          event.preventDefault();
          const to = Date.parse(picked.value);
          if (!Number.isNaN(to)) void move(to);
        }}
      >
        <input
          type="datetime-local"
          aria-label="Any moment ahead"
          value={picked.value}
          min={fieldOf(now.value)}
          onInput={({ currentTarget }) => {
            picked.value = currentTarget.value;
          }}
        />
        <button type="submit" class="tool" disabled={picked.value === ''}>
          Go
        </button>
      </form>
    </section>
  );
}

function Bot() {
  return (
    <section class="group bot-tools" aria-label="The bot">
      <BotStatus />
      <button
        type="button"
        class="tool"
        onClick={async () => tell(await ask('restartBot', {}), 'The bot was restarted on the same store.')}
      >
        <Icon name="restart" />
        Restart bot
      </button>
      <button
        type="button"
        class="tool"
        onClick={async () => tell(await ask('dropConnection', {}), 'The connection was cut.')}
      >
        <Icon name="unplug" />
        Drop connection
      </button>
      <button type="button" class="tool" aria-pressed={inspecting.value} onClick={() => inspect(!inspecting.value)}>
        <Icon name="wire" />
        Inspector
      </button>
      <button
        type="button"
        class="tool only-icon"
        aria-label={theme() === 'dark' ? 'Light theme' : 'Dark theme'}
        title={theme() === 'dark' ? 'Light theme' : 'Dark theme'}
        onClick={toggleTheme}
      >
        <Icon name={theme() === 'dark' ? 'sun' : 'moon'} />
      </button>
    </section>
  );
}

function BotStatus() {
  const bot = scene.value?.botState;
  const [look, words] = statusOf(online.value, bot?.phase, bot?.connected ?? false);
  return (
    <span class={`status ${look}`} role="status" title={bot?.fault}>
      <i aria-hidden="true" />
      {words}
    </span>
  );
}

function statusOf(reachable: boolean, phase: string | undefined, connected: boolean): readonly [string, string] {
  if (!reachable) return ['bad', 'Playground unreachable'];
  if (phase === 'failed') return ['bad', 'Bot failed to start'];
  if (phase === 'stopping') return ['waiting', 'Bot stopping'];
  if (phase === 'starting') return ['waiting', 'Bot starting'];
  return connected ? ['good', 'Bot online'] : ['waiting', 'Bot reconnecting'];
}
