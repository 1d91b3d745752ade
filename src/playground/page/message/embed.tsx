import type { ShownEmbed } from '../../shown.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { isWeb } from '../markdown/readMarkdown.ts';
import { Picture } from './pictures.tsx';

export function Embed({ embed }: { readonly embed: ShownEmbed }) {
  const { colour, author, title, url, description, fields, footer, picture } = embed;
  return (
    <div class="container embed" style={colour ? { '--accent-bar': colour } : {}}>
      {author && <p class="note">{author}</p>}
      {title && (
        <h5 class="h3">
          {url && isWeb(url) ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </h5>
      )}
      {description && <Markdown text={description} />}
      {fields.length > 0 && (
        <dl class="fields">
          {fields.map(({ name, value, inline }, index) => (
            <div key={index} class={inline ? 'inline' : ''}>
              <dt>
                <Markdown text={name} />
              </dt>
              <dd>
                <Markdown text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {picture && <Picture picture={picture} />}
      {footer && <p class="note">{footer}</p>}
    </div>
  );
}
