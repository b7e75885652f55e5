/** A run of text on a page: where it begins, in points from the lower left, its size and font. */
export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly font?: 'plain' | 'bold' | 'chinese';
  /** Its role in the structure tree, where the file is tagged. */
  readonly role?: string;
}

/** How a file is made. */
export interface PdfOptions {
  readonly title?: string;
  /** Numbers its pages `i`, `ii` and so on. */
  readonly romanLabels?: boolean;
  /** Calls the hyphens of its plain font soft ones, as many programs do. */
  readonly softHyphens?: boolean;
  /** Draws a picture on each page. */
  readonly picture?: boolean;
}

const fonts = { plain: 'F1', bold: 'F2', chinese: 'F3' };

/** A PDF of these pages, written out by hand so that it holds nothing but what is asked for. */
export function pdfOf(pages: readonly (readonly Drawn[])[], options: PdfOptions = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const isTagged = pages.flat().some(({ role }) => role !== undefined);
  const catalog = add('');
  const tree = add('');
  const root = add('');
  const signs = options.softHyphens ? `/ToUnicode ${add(streamed(hyphensAsSoft))} 0 R` : '';
  const font = [
    add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${signs} >>`,
    ),
    add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>'),
  ];
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  font.push(
    add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${cid} 0 R] >>`,
    ),
  );
  const image = add(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream',
  );
  const elements: number[] = [];
  const parents: string[] = [];
  const kids = pages.map((page, at) => {
    const content = streamOf(page, options);
    const stream = add(streamed(content));
    const number = add('');
    const marked = page.map(({ role = 'P' }, mark) =>
      add(`<< /Type /StructElem /S /${role} /P ${root} 0 R /Pg ${number} 0 R /K ${mark} >>`),
    );
    elements.push(...marked);
    parents.push(`${at} [${marked.map((each) => `${each} 0 R`).join(' ')}]`);
    objects[number - 1] =
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 800] /Contents ${stream} 0 R /StructParents ${at} /Resources << /Font << ${font.map((each, of) => `/F${of + 1} ${each} 0 R`).join(' ')} >> /XObject << /I ${image} 0 R >> >> >>`;
    return number;
  });
  const references = (all: readonly number[]) => all.map((each) => `${each} 0 R`).join(' ');
  objects[tree - 1] = `<< /Type /Pages /Kids [${references(kids)}] /Count ${kids.length} >>`;
  objects[root - 1] =
    `<< /Type /StructTreeRoot /K [${references(elements)}] /ParentTree << /Nums [${parents.join(' ')}] >> >>`;
  const tagged = isTagged ? `/MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R` : '';
  const labels = options.romanLabels ? '/PageLabels << /Nums [0 << /S /r >>] >>' : '';
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${tagged} ${labels} >>`;
  const info = add(`<< ${options.title ? `/Title (${options.title})` : ''} >>`);
  return assembled(objects, catalog, info);
}

const hyphensAsSoft = `begincmap
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <2D> <00AD> endbfchar
endcmap`;

function streamed(content: string): string {
  return `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
}

function streamOf(page: readonly Drawn[], { picture }: PdfOptions): string {
  const runs = page.map(({ x, y, size, text, font = 'plain', role }, mark) => {
    const shown =
      font === 'chinese'
        ? `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
        : `(${text.replace(/[()\\]/g, '\\$&')})`;
    const run = `BT /${fonts[font]} ${size} Tf ${x} ${y} Td ${shown} Tj ET`;
    return role ? `/${role} << /MCID ${mark} >> BDC ${run} EMC` : run;
  });
  return [...runs, ...(picture ? ['q 500 0 0 700 50 50 cm /I Do Q'] : [])].join('\n');
}

function assembled(objects: readonly string[], catalog: number, info: number): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = Buffer.byteLength(file, 'latin1');
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(file, 'latin1');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
