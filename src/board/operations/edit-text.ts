import * as Y from 'yjs';
import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { cleanText } from '../clean-text.ts';
import { definitionOf, isWritable, shownType } from '../elements.ts';
import { textOf } from '../read-element.ts';
import { keys, type ElementMap, type Origin } from '../shape.ts';
import { changeAfter, changeBetween } from '../text-change.ts';

/** What a person changed: the text they saw before (left out: the text as it is now) and the text they want. */
export interface TextEdit {
	before?: string;
	after: string;
}

/**
 * Writes only the letters that differ, so that two people can type in one note. Where somebody else wrote since
 * `before` was shown, their letters stay.
 */
export function editText(docs: BoardDocs, id: string, edit: TextEdit, origin: Origin): Result<void> {
	const found = docs.find(id);
	const type = shownType(found?.map.get(keys.type));
	const definition = definitionOf(type);
	if (!found || !isWritable({ type })) return refuse({ code: 'board.element-missing' });
	const current = textOf(found.map)?.toString() ?? '';
	const { before = current } = edit;
	if (edit.after.length > definition.textLimit && edit.after.length > before.length) {
		return refuse({ code: 'input.too-long', field: 'text', limit: definition.textLimit });
	}
	const wish = changeBetween(before, edit.after);
	const steps = before === current ? [wish] : changeAfter(wish, changeBetween(before, current));
	return docs.changeEach([id], origin, ({ map }) => {
		const text = textForWriting(map);
		for (const { at, remove, insert } of steps) {
			if (remove > 0) text.delete(at, remove);
			if (insert) text.insert(at, cleanText(insert));
		}
	});
}

function textForWriting(map: ElementMap): Y.Text {
	const text = textOf(map);
	if (text) return text;
	const fresh = new Y.Text();
	map.set(keys.text, fresh);
	return fresh;
}
