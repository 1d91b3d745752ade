import type { APIAttachment } from 'discord.js';

/** A file that came with a request. */
export interface Upload {
  /** The number in its field name, `files[0]`. */
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Uploads {
  /** Keeps a file in memory; returns how messages speak of it. */
  keep(file: Upload, channelId: string, description: string | undefined): APIAttachment;
  /** The file served under a path such as `/attachments/1/2/map.png`. */
  serve(path: string): Upload | undefined;
}

/** @param origin the server's address, such as `http://127.0.0.1:4000` */
export function openUploads(mint: () => string, origin: () => string): Uploads {
  const kept = new Map<string, Upload>();
  return {
    keep(file, channelId, description) {
      const id = mint();
      const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.filename)}`;
      kept.set(path, file);
      return {
        id,
        filename: file.filename,
        size: file.bytes.length,
        content_type: file.contentType,
        url: origin() + path,
        proxy_url: origin() + path,
        ...(description === undefined ? {} : { description }),
      };
    },
    serve: (path) => kept.get(path),
  };
}

/** The JSON and the files of a `multipart/form-data` request. Source: discord-api-docs `developers/reference.mdx`, "Uploading Files". */
export async function readMultipart(
  raw: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<{ readonly json: string; readonly files: readonly Upload[] }> {
  const form = await new Response(raw, { headers: { 'content-type': contentType } }).formData();
  const files: Upload[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    const index = /^files\[(\d+)\]$/.exec(field)?.[1] ?? field;
    files.push({
      index,
      filename: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  const json = form.get('payload_json');
  return { json: typeof json === 'string' ? json : '{}', files };
}
