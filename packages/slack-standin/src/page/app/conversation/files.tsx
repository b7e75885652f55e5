import type { FileRecord } from '../../../wire.ts';
import { Icon } from '../dom/icon.tsx';
import { usePage } from '../page.ts';
import { addressOf } from '../server.ts';

const pictures = new Set(['image/gif', 'image/jpeg', 'image/png', 'image/webp']);
const kilo = 1024;

/** The files that a message shares: pictures as such, the others as cards to be saved. */
export function Files({ files }: { readonly files: readonly FileRecord[] }) {
  return (
    <ul class="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          <SharedFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function SharedFile({ file }: { readonly file: FileRecord }) {
  const { user } = usePage().place;
  const address = addressOf(`files/${encodeURIComponent(file.id)}`, { user });
  const isPicture = pictures.has(file.mimetype);
  const link = (
    <a class="file" href={address} download={file.name} data-testid="file">
      {!isPicture && <Icon name="file" />}
      <span class="file-words">
        <bdi class="file-title">{file.title}</bdi>
        <small>{`${file.pretty_type} · ${describeSize(file.size)}`}</small>
      </span>
    </a>
  );
  if (!isPicture) return link;
  return (
    <figure>
      <img class="image" loading="lazy" src={address} alt={file.alt_txt ?? file.title} />
      <figcaption>{link}</figcaption>
    </figure>
  );
}

/** A size in words: "12 kB". */
export function describeSize(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`;
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} kB`;
  return `${(bytes / kilo / kilo).toFixed(1)} MB`;
}
