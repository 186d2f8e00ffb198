import { crc32, deflateRawSync } from 'node:zlib';

const namespaces = [
	['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
	['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
	['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
	['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
	['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
	['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
	['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math']
]
	.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
	.join(' ');
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const levels = (format: string) =>
	[0, 1, 2, 3, 4, 5, 6]
		.map((at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`)
		.join('');

/** The parts of a Word document as Word writes them; `body` is what stands in it. List 1 has dots, list 2 and 3 have numbers. */
export function wordParts(body: string): Record<string, string> {
	return {
		'[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		'_rels/.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${kinds}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${kinds}/hyperlink" Target="https://www.helmstedt.de/" TargetMode="External"/><Relationship Id="rId4" Type="${kinds}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
		'word/styles.xml': `${xml}<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>`,
		'word/numbering.xml': `${xml}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${levels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
		'word/document.xml': `${xml}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`
	};
}

export const wordFile = (body: string): Uint8Array<ArrayBuffer> => packed(wordParts(body));

/** A run of words, and a paragraph of runs. */
export const run = (words: string, looks = ''): string =>
	`<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const par = (runs: string, looks = ''): string => `<w:p>${looks && `<w:pPr>${looks}</w:pPr>`}${runs}</w:p>`;
/** An item of a list. */
export const point = (words: string, list: number, level = 0): string =>
	par(run(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
/** A picture that lies in the file. */
export const picture =
	'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

/** Packs parts as programs do. What a part says about its size can be a lie. */
export function packed(parts: Record<string, string | Uint8Array>, saidSize?: number): Uint8Array<ArrayBuffer> {
	const locals: Buffer[] = [];
	const central: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(parts)) {
		const plain = Buffer.from(content as Uint8Array);
		const inside = deflateRawSync(plain);
		const title = Buffer.from(name);
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt16LE(8, 4);
		shared.writeUInt32LE(crc32(plain), 10);
		shared.writeUInt32LE(inside.length, 14);
		shared.writeUInt32LE(saidSize ?? plain.length, 18);
		shared.writeUInt16LE(title.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, title, inside]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(at, 10);
		central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, title]));
		locals.push(local);
		at += local.length;
	}
	const list = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(central.length, 8);
	end.writeUInt16LE(central.length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(at, 16);
	return new Uint8Array(Buffer.concat([...locals, list, end]));
}
