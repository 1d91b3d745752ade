import { useSignal } from '@preact/signals';
import type { Picture as Shown } from '../../shown.ts';

export function Pictures({ pictures }: { readonly pictures: readonly Shown[] }) {
  if (pictures.length === 0) return null;
  return (
    <div class="pictures">
      {pictures.map((picture, index) => (
        <Picture key={index} picture={picture} />
      ))}
    </div>
  );
}

/** A picture or file that the playground holds; of any other, only its name. */
export function Picture({ picture }: { readonly picture: Shown }) {
  const { address, image, name, alt, spoiler } = picture;
  const open = useSignal(!spoiler);
  if (address === undefined)
    return (
      <span class="file" title="Kept elsewhere: the playground loads nothing from other hosts.">
        {alt || name}
      </span>
    );
  if (!image)
    return (
      <a class="file" href={address} download={name}>
        {name}
      </a>
    );
  if (open.value) return <img class="picture" src={address} alt={alt} loading="lazy" />;
  return (
    <button
      type="button"
      class="button secondary"
      onClick={() => {
        open.value = true;
      }}
    >
      Show spoiler
    </button>
  );
}
