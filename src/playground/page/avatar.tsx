import { scene } from './state/screen.ts';

const HUES = 5;

/** A person's initial in their colour; the bot has a mark of its own. */
export function Avatar({ personId, name }: { readonly personId: string; readonly name: string }) {
  const present = scene.value;
  if (present?.bot.personId === personId)
    return (
      <span class="avatar bot" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
    );
  const place = present?.people.findIndex((one) => one.personId === personId) ?? 0;
  return (
    <span class={`avatar hue-${Math.max(0, place) % HUES}`} aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}
