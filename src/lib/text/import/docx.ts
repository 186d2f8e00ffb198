import type { Schema } from '@tiptap/pm/model';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { saysTheSame } from '#domain/texts/normal-doc.ts';
import { cleanHtml } from './clean-html.ts';
import { countChanges, resolveChanges, type Side } from './docx-changes.ts';
import { leaveBehind } from './docx-left.ts';
import { nameNumbers, numberLists } from './docx-numbers.ts';
import { Tally, type Dropped } from './dropped.ts';
import { importLimits } from './import-limits.ts';
import { readHtml, readXml, writeXml, type Element, type Markup } from './markup.ts';
import { toDoc } from './to-doc.ts';
import { unzip, zip, type Parts } from './zip.ts';

/** A text that was read from a file. With tracked changes these are two: as it was before them, and with all of them. */
export interface ReadText {
	before: Doc;
	after: Doc;
	/** Whether the two say different things. */
	changed: boolean;
	/** How many places were changed. */
	changes: number;
	dropped: Dropped;
}

/** Reads a Word document. Only its words, looks and numbers are unpacked; pictures and whatever else lies in it are never touched. */
export async function readDocx(bytes: Uint8Array, schema: Schema): Promise<Result<ReadText>> {
	const parts = await unzip(bytes, isNeeded);
	if (parts === 'too-much') return tooLarge();
	if (parts === 'locked') return refuse({ code: 'text.file-protected' });
	const name = parts === 'damaged' ? undefined : [...parts.keys()].find((each) => mainPart.test(each));
	if (parts === 'damaged' || !name) return refuse({ code: 'text.file-unreadable' });
	try {
		return ok(await readParts(parts, name, schema));
	} catch {
		// Whatever stands in a file that Word did not write: it is a file that we cannot read.
		return refuse({ code: 'text.file-unreadable' });
	}
}

/** The refusal of a file that is larger than what is brought in at once. */
export const tooLarge = () =>
	refuse({
		code: 'text.file-too-large',
		megabytes: importLimits.megabytes,
		unpacked: importLimits.unpackedMegabytes
	});

const mainPart = /^word\/document\d*\.xml$/;
const needed = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/)?(document|styles|numbering)\d*\.xml(\.rels)?)$/;
const isNeeded = (name: string): boolean => needed.test(name);

async function readParts(parts: Parts, name: string, schema: Schema): Promise<ReadText> {
	const tally = new Tally();
	const xmlOf = (part: string) => readXml(new TextDecoder().decode(parts.get(part)));
	const numbering = [...parts.keys()].find((each) => /numbering\d*\.xml$/.test(each));
	const document = mapBody(xmlOf(name), (body) => leaveBehind(body, tally));
	const changes = countChanges(document);
	const read = async (side: Side, left: Tally): Promise<Doc> => {
		const plain = mapBody(document, (body) => resolveChanges(body, side));
		const named = nameNumbers(plain, numbering ? xmlOf(numbering) : null);
		const whole = new Map([...parts, [name, new TextEncoder().encode(named.children.map(writeXml).join(''))]]);
		return toDoc(cleanHtml(numberLists(readHtml(await htmlOf(zip(whole)))), left), schema);
	};
	const after = await read('after', tally);
	const before = await read('before', new Tally());
	const changed = !saysTheSame(before, after);
	return { before, after, changed, changes: changed ? Math.max(changes, 1) : 0, dropped: tally.dropped };
}

/** The document with another body; one without a body is no Word document. */
function mapBody(document: Element, change: (body: Element) => Element): Element {
	let found = false;
	const walk = (node: Markup): Markup => {
		if (typeof node === 'string') return node;
		if (node.name !== 'w:body') return { ...node, children: node.children.map(walk) };
		found = true;
		return change(node);
	};
	const changed = walk(document) as Element;
	if (!found) throw new Error('no body');
	return changed;
}

const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", 'br[type=page] =>'];

async function htmlOf(file: Uint8Array): Promise<string> {
	const { default: mammoth } = await import('mammoth/mammoth.browser.min.js');
	const options = { styleMap: styles, includeEmbeddedStyleMap: false, externalFileAccess: false };
	const { value } = await mammoth.convertToHtml({ arrayBuffer: file.slice().buffer }, options);
	return value;
}
