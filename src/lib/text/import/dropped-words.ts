import * as m from '#paraglide/messages.js';
import { droppedKinds, type Dropped, type DroppedKind } from './dropped.ts';

const words: Record<DroppedKind, (input: { count: number }) => string> = {
	pictures: m.import_dropped_pictures,
	footnotes: m.import_dropped_footnotes,
	comments: m.import_dropped_comments,
	textBoxes: m.import_dropped_text_boxes,
	headers: m.import_dropped_headers,
	formulas: m.import_dropped_formulas,
	formats: m.import_dropped_formats,
	depths: m.import_dropped_depths,
	links: m.import_dropped_links,
	rest: m.import_dropped_rest
};

/** What does not come along, as a part of a sentence; empty if everything does. */
export function droppedWords(dropped: Dropped): string {
	return droppedKinds
		.flatMap((kind) => {
			const count = dropped[kind] ?? 0;
			return count > 0 ? [words[kind]({ count })] : [];
		})
		.join(', ');
}
