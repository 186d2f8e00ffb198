import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks } from './append-blocks.ts';
import { heading, paragraph, textOfBlocks } from './blocks.ts';
import { readBody } from './read-body.ts';
import { writeBody } from './write-body.ts';

function appended(...begin: string[]) {
	const live = new Y.Doc();
	let last = 0;
	const newId = () => `p${last++}`;
	writeBody(live, textOfBlocks(...begin.map((words) => paragraph(words))), newId);
	appendBlocks(live, [heading(2, 'Verkehr')], newId);
	return readBody(live).content!.map(({ type, attrs, content }) => [type, attrs?.id, content?.[0]?.text]);
}

test('blocks come behind what stands in a text, with ids of their own', () => {
	expect(appended('Ziele')).toEqual([
		['paragraph', 'p0', 'Ziele'],
		['heading', 'p1', 'Verkehr']
	]);
});

test('an empty line at the end stays the last one', () => {
	expect(appended('Ziele', '').map(([, id]) => id)).toEqual(['p0', 'p2', 'p1']);
});
