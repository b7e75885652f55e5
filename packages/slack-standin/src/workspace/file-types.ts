import type { FileType } from '../wire.ts';

/** By the ending of the name. Source: https://docs.slack.dev/reference/objects/file-object#types */
const types: Readonly<Record<string, FileType>> = {
  csv: { filetype: 'csv', pretty_type: 'CSV', mimetype: 'text/csv' },
  docx: {
    filetype: 'docx',
    pretty_type: 'Word Document',
    mimetype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  gif: { filetype: 'gif', pretty_type: 'GIF', mimetype: 'image/gif' },
  html: { filetype: 'html', pretty_type: 'HTML', mimetype: 'text/html' },
  jpg: { filetype: 'jpg', pretty_type: 'JPEG', mimetype: 'image/jpeg' },
  json: { filetype: 'json', pretty_type: 'JSON', mimetype: 'application/json' },
  md: { filetype: 'markdown', pretty_type: 'Markdown', mimetype: 'text/markdown' },
  pdf: { filetype: 'pdf', pretty_type: 'PDF', mimetype: 'application/pdf' },
  png: { filetype: 'png', pretty_type: 'PNG', mimetype: 'image/png' },
  svg: { filetype: 'svg', pretty_type: 'SVG', mimetype: 'image/svg+xml' },
  txt: { filetype: 'text', pretty_type: 'Plain Text', mimetype: 'text/plain' },
  webp: { filetype: 'webp', pretty_type: 'WebP', mimetype: 'image/webp' },
  zip: { filetype: 'zip', pretty_type: 'Zip', mimetype: 'application/zip' },
};

const unknownType: FileType = {
  filetype: 'binary',
  pretty_type: 'Binary',
  mimetype: 'application/octet-stream',
};

/** What kind of file a name stands for, by its ending. */
export function fileTypeOf(name: string): FileType {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = ending === 'jpeg' ? 'jpg' : ending;
  return Object.hasOwn(types, known) ? (types[known] ?? unknownType) : unknownType;
}
