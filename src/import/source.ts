import type { ArticleRecord } from '../library/article.ts';
import type { PartialDate } from '../library/partial-date.ts';

/** The formats that are read. */
export type SourceFormat =
  | 'text'
  | 'markdown'
  | 'html'
  | 'pdf'
  | 'docx'
  | 'epub'
  | 'feed'
  | 'email'
  | 'bibtex'
  | 'ris'
  | 'csl-json';

/** A piece of a source's text, in reading order. */
export interface SourceBlock {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'note';
  /** One line without markup. */
  readonly text: string;
  /** `7`, `ii`, `7-8`, or `PDF 9` where only the file counts its pages. */
  readonly page?: string;
}

/** Something of a source that is not in the article's text as it stood, and by which rule. */
export interface Removal {
  readonly rule: string;
  readonly text: string;
  /** `left out` of the text; `read` into the record; `mended`, where only marks of a format went. */
  readonly kind: 'left out' | 'read' | 'mended';
}

/** A part of a record, and whether the source states it or it was deduced. */
export interface Found<T> {
  readonly value: T;
  readonly from: 'stated' | 'inferred';
}

/** What a source says of itself; everything else about it is unknown. */
export interface FoundRecord {
  readonly title?: Found<string>;
  readonly authors?: Found<readonly string[]>;
  /** Those of the authors that are organisations. */
  readonly organisations?: readonly string[];
  readonly publisher?: Found<string>;
  readonly published?: Found<PartialDate>;
  readonly url?: Found<string>;
  readonly language?: string;
}

/** One article of a source. */
export interface SourceDocument {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
  readonly record: FoundRecord;
  /** The record of a file in the library's own form. */
  readonly own?: ArticleRecord;
  readonly removed: readonly Removal[];
}

/** What is to be read: the bytes, and what is known of where they are from. */
export interface SourceInput {
  readonly bytes: Uint8Array;
  /** The name of the file, without folders, or the last part of the address. */
  readonly name: string;
  /** Where it was fetched. */
  readonly url?: string;
  /** The day on which it was fetched. */
  readonly retrieved?: PartialDate;
  /** The `Content-Type` that came with it. */
  readonly contentType?: string;
}

/** A source whose bytes are in a file. */
export interface StoredSource extends Omit<SourceInput, 'bytes'> {
  readonly path: string;
  /** Of the bytes. */
  readonly sha256: string;
}

/** How far a long reading has come. */
export interface Progress {
  readonly page: number;
  readonly pages: number;
}

/** Hears how far a reading has come. */
export type Tell = (progress: Progress) => void;

/** The articles of a source, or why it is refused and what to do about that. */
export type ReadSource =
  | { readonly documents: readonly SourceDocument[]; readonly links?: readonly SourceLink[] }
  | { readonly problem: string };

/** Something that a source names without its text. */
export interface SourceLink {
  /** A page to be fetched, a file that is attached, or neither. */
  readonly kind: 'page' | 'attachment' | 'nothing';
  /** The address, or the path of the attachment as the source writes it. */
  readonly target: string;
  readonly record: FoundRecord;
}

/** Reads one format. Nothing of it throws for what a source holds. */
export type Source = (input: SourceInput, tell?: Tell) => ReadSource | Promise<ReadSource>;

/** A part of a record that the source states; undefined for an absent one. */
export function stated<T>(value: T | undefined): Found<T> | undefined {
  return value === undefined ? undefined : { value, from: 'stated' };
}

/** A part of a record that was deduced; undefined for an absent one. */
export function inferred<T>(value: T | undefined): Found<T> | undefined {
  return value === undefined ? undefined : { value, from: 'inferred' };
}

/** A record without its absent parts. */
export function recordOf(
  parts: {
    readonly [K in keyof FoundRecord]: FoundRecord[K] | undefined;
  },
): FoundRecord {
  const present = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as FoundRecord;
}
