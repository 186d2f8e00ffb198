import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';
import * as Y from 'yjs';
import { textExtensions } from '#lib/text/extensions.ts';
import { readBody } from '#text/read-body.ts';
import { bodyRoot } from '#text/schema.ts';

/** One thing that somebody does to a text; `pick` and `other` choose where, `id` is for a new paragraph. */
export interface TextDeed {
	what: number;
	pick: number;
	other: number;
	id: string;
}

const deeds: ((body: Y.XmlFragment, deed: TextDeed) => void)[] = [
	(body, { pick, id }) => body.insert(pick % (body.length + 1), [block('paragraph', { id }, words(pick))]),
	(body, { pick, id }) =>
		body.insert(pick % (body.length + 1), [block('heading', { id, level: 1 + (pick % 3) }, words(pick))]),
	(body, { pick, other, id }) => {
		const items = [block('paragraph', { id }, words(pick)), block('paragraph', { id: `${id}b` }, words(other))];
		const list = block(
			pick % 2 ? 'bulletList' : 'orderedList',
			{},
			...items.map((each) => block('listItem', {}, each))
		);
		body.insert(other % (body.length + 1), [list]);
	},
	...Array.from({ length: 4 }, () => typeIn),
	eraseIn,
	(body, { pick, other }) => {
		const text = someText(body, pick);
		if (!text || text.length < 2) return;
		const [start, length] = rangeIn(text, other);
		text.format(start, length, marks[(pick + other) % marks.length]!);
	},
	(body, { pick }) => {
		if (body.length > 1) body.delete(pick % body.length, 1);
	},
	split,
	insertTable,
	...Array.from({ length: 2 }, () => addRow),
	...Array.from({ length: 2 }, () => addColumn),
	removeRow,
	removeColumn,
	(body, { pick, other, id }) => {
		const tasks = [pick, other].map((each, at) =>
			block('taskItem', { checked: each % 2 === 0 }, block('paragraph', { id: `${id}t${at}` }, words(each)))
		);
		body.insert(pick % (body.length + 1), [block('taskList', {}, ...tasks)]);
	},
	(body, { pick }) => {
		const tasks = elements(body, 'taskItem');
		const task = tasks[pick % tasks.length] as unknown as Y.XmlElement<{ checked: boolean }> | undefined;
		task?.setAttribute('checked', !task.getAttribute('checked'));
	}
];

/** How many kinds of deeds there are. */
export const textDeeds = deeds.length;

const marks = [
	{ bold: {} },
	{ italic: {} },
	{ bold: null },
	{ link: { href: 'https://www.kreis-unna.de/' } },
	{ link: null }
];

/** Somebody changes the text, in one step as an editor does. */
export function performOnText(doc: Y.Doc, deed: TextDeed, origin: object): void {
	doc.transact(() => deeds[deed.what % deeds.length]!(doc.getXmlFragment(bodyRoot), deed), origin);
}

const schema = getSchema(textExtensions());

/** Whatever was done, what is read can be opened in the editor. */
export function expectSoundText(doc: Y.Doc): void {
	const node = Node.fromJSON(schema, readBody(doc));
	node.check();
	node.forEach((each) => {
		if (each.type.name === 'table' && TableMap.get(each).problems) throw new Error('A table has holes');
	});
}

function block(
	name: string,
	attributes: Record<string, string | number | boolean>,
	...inside: (Y.XmlElement | Y.XmlText)[]
): Y.XmlElement {
	const made = new Y.XmlElement<Record<string, string | number | boolean>>(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	made.insert(0, inside);
	return made as unknown as Y.XmlElement;
}

const words = (pick: number): Y.XmlText => new Y.XmlText([...'Leitsatz 🚲 Radweg'].slice(0, 4 + (pick % 13)).join(''));

/** Cells as the editor makes them. */
function cell(id: string, name: string, ...inside: Y.XmlText[]): Y.XmlElement {
	return block(name, { colspan: 1, rowspan: 1 }, block('paragraph', { id }, ...inside));
}

function insertTable(body: Y.XmlFragment, { pick, other, id }: TextDeed): void {
	const rows = Array.from({ length: 1 + (pick % 3) }, (_, row) =>
		Array.from({ length: 1 + (other % 3) }, (__, column) =>
			cell(`${id}r${row}c${column}`, row === 0 ? 'tableHeader' : 'tableCell', words(pick + row + column))
		)
	);
	body.insert(other % (body.length + 1), [block('table', {}, ...rows.map((row) => block('tableRow', {}, ...row)))]);
}

function elements(body: Y.XmlFragment, name: string): Y.XmlElement[] {
	const all = [...body.createTreeWalker((node) => node instanceof Y.XmlElement)] as Y.XmlElement[];
	return all.filter(({ nodeName }) => nodeName === name);
}

function someTable(body: Y.XmlFragment, pick: number): { table: Y.XmlElement; rows: Y.XmlElement[] } | null {
	const tables = elements(body, 'table');
	const table = tables[pick % tables.length];
	return table ? { table, rows: table.toArray() as Y.XmlElement[] } : null;
}

/** A row as long as the first one, somewhere in the table. */
function addRow(body: Y.XmlFragment, { pick, other, id }: TextDeed): void {
	const { table, rows } = someTable(body, pick) ?? {};
	if (!table || !rows?.[0]) return;
	const cells = Array.from({ length: rows[0].length }, (_, at) => cell(`${id}c${at}`, 'tableCell'));
	table.insert(other % (rows.length + 1), [block('tableRow', {}, ...cells)]);
}

/** A cell more in each row, at the same place. */
function addColumn(body: Y.XmlFragment, { pick, other, id }: TextDeed): void {
	someTable(body, pick)?.rows.forEach((row, at) =>
		row.insert(other % (row.length + 1), [cell(`${id}r${at}`, at === 0 ? 'tableHeader' : 'tableCell')])
	);
}

function removeRow(body: Y.XmlFragment, { pick, other }: TextDeed): void {
	const { table, rows = [] } = someTable(body, pick) ?? {};
	if (table && rows.length > 1) table.delete(other % rows.length, 1);
}

function removeColumn(body: Y.XmlFragment, { pick, other }: TextDeed): void {
	for (const row of someTable(body, pick)?.rows ?? []) if (row.length > 1) row.delete(other % row.length, 1);
}

function typeIn(body: Y.XmlFragment, { pick, other }: TextDeed): void {
	const text = someText(body, pick);
	text?.insert(caretAt(text, other % (text.length + 1)), 'Wörter!'.slice(0, 1 + (pick % 7)));
}

function eraseIn(body: Y.XmlFragment, { pick, other }: TextDeed): void {
	const text = someText(body, pick);
	if (text && text.length > 1) text.delete(...rangeIn(text, other));
}

/** Enter in the middle of a paragraph: what stands behind the caret goes into a new one. */
function split(body: Y.XmlFragment, { pick, other, id }: TextDeed): void {
	const text = someText(body, pick);
	if (!text || text.parent?.parent !== body || text.length < 2) return;
	const at = caretAt(text, 1 + (other % (text.length - 1)));
	const moved = plain(text).slice(at);
	text.delete(at, text.length - at);
	body.insertAfter(text.parent as Y.XmlElement, [block('paragraph', { id }, new Y.XmlText(moved))]);
}

function someText(body: Y.XmlFragment, pick: number): Y.XmlText | undefined {
	const texts = [...body.createTreeWalker((node) => node instanceof Y.XmlText)] as unknown as Y.XmlText[];
	return texts[pick % texts.length];
}

function rangeIn(text: Y.XmlText, other: number): [start: number, length: number] {
	const start = caretAt(text, other % (text.length - 1));
	const end = caretAt(text, Math.min(start + 2 + (other % 5), text.length));
	return [start, end - start];
}

/** An editor puts the caret between characters, never into the middle of one. */
function caretAt(text: Y.XmlText, index: number): number {
	return /[\uDC00-\uDFFF]/.test(plain(text)[index] ?? '') ? index - 1 : index;
}

const plain = (text: Y.XmlText): string =>
	(text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
