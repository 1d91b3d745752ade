import './style/base.css';
import './style/frame.css';
import './style/message.css';
import './style/composer.css';
import './style/dialog.css';
import './style/inspector.css';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Composer } from './composer/composer.tsx';
import { Dialog } from './dialog/dialog.tsx';
import { Icon } from './icons.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { Log } from './message/log.tsx';
import { drawerOpen, Side } from './side/side.tsx';
import { startClock } from './state/clock.ts';
import { connect, online } from './state/connection.ts';
import { begin, channel, hear, scene, toast } from './state/screen.ts';
import { startTheme } from './state/theme.ts';
import { inspect, inspecting } from './state/wire.ts';
import { Tools, toolsOpen } from './tools/tools.tsx';

function Page() {
  const here = channel.value;
  const present = scene.value;
  if (!present || !here) return <p class="opening">Opening the playground…</p>;
  const name = here.server === undefined ? `@${here.name}` : `#${here.name}`;
  return (
    <div class={inspecting.value ? 'page with-inspector' : 'page'}>
      <Side />
      <main>
        <header class="top">
          <button
            type="button"
            class="plain narrow-only"
            aria-label="Channels and people"
            aria-controls="side"
            aria-expanded={drawerOpen.value}
            onClick={() => {
              drawerOpen.value = !drawerOpen.value;
            }}
          >
            <Icon name="menu" />
          </button>
          <h1>
            {name} <span class="who">as {present.people.find(({ personId }) => personId === present.you)?.name}</span>
          </h1>
          <button
            type="button"
            class="plain narrow-only"
            aria-label="Time and bot"
            aria-controls="tools"
            aria-expanded={toolsOpen.value}
            onClick={() => {
              toolsOpen.value = !toolsOpen.value;
            }}
          >
            <Icon name="tools" />
          </button>
          <Tools />
        </header>
        {!online.value && (
          <p class="offline" role="alert">
            The playground cannot be reached. Trying again…
          </p>
        )}
        {present.botState.phase === 'failed' && (
          <p class="offline" role="alert">
            The bot failed to start: {present.botState.fault}
          </p>
        )}
        <Log />
        <Composer />
      </main>
      {inspecting.value && <Inspector />}
      {present.dialogs.map((dialog) => (
        <Dialog key={dialog.dialogId} dialog={dialog} />
      ))}
      <Toast />
    </div>
  );
}

const TOAST_MS = 4000;

function Toast() {
  const words = toast.value;
  useEffect(() => {
    if (!words) return;
    const fading = setTimeout(() => {
      toast.value = '';
    }, TOAST_MS);
    return () => clearTimeout(fading);
  }, [words]);
  return (
    <p class={words ? 'toast shown' : 'toast'} role="status">
      {words}
    </p>
  );
}

startTheme();
startClock();
connect(hear, () => {
  begin();
  if (inspecting.peek()) inspect(true);
});
render(<Page />, document.body);
