import type { Change, Difference, Fate } from '#board/compare.ts';
import type { ChangedPart } from '#board/compare-by-area.ts';
import type { ElementDescription } from '#board/description.ts';
import * as m from '#paraglide/messages.js';
import { quarterWords } from '../matrix-words.ts';
import { colourWord, describe, emptyWord, kindWord, titleOr } from '../words.ts';

/** The head of what is different in one place. */
export function partTitle({ of, title }: ChangedPart): string {
	if (of === 'area') return titleOr(title);
	return of === 'board' ? m.board_list_unsorted() : m.board_list_connectors();
}

/** The name of what is different, as it was then. */
export function nameOf({ then, now }: Difference): string {
	const { type, says } = (then ?? now)!;
	if (!('text' in says) && !('title' in says)) return describe(says);
	const line = ('text' in says ? says.text : says.title).trim().replace(/\s+/g, ' ');
	const text = line.length > 80 ? `${line.slice(0, 78)} …` : line;
	return m.history_thing({ kind: kindWord[type](), text: text || emptyWord(type) });
}

const fateWord: Record<Exclude<Fate, 'changed'>, () => string> = {
	binned: m.history_binned,
	purged: m.history_purged,
	new: m.history_new,
	returned: m.history_returned
};

/** What became of it: "im Papierkorb", "verschoben von „Pflege“ nach „Mobilität“, Farbe Rot statt Gelb". */
export function whatBecame(difference: Difference): string {
	const { fate, changes } = difference;
	return fate === 'changed' ? changes.map((change) => changeWords(change, difference)).join(', ') : fateWord[fate]();
}

function changeWords(change: Change, difference: Difference): string {
	switch (change.of) {
		case 'text':
			return m.history_reworded();
		case 'area':
			return areaWords(change.before, change.after);
		case 'place':
			return placeWords(difference);
		case 'size':
			return m.history_resized();
		case 'colour':
			return m.history_recoloured({ before: colourWord[change.before](), after: colourWord[change.after]() });
		case 'lock':
			return change.locked ? m.history_locked() : m.history_freed();
		case 'kind': {
			const [before, after] = [kindWord[difference.then!.type](), kindWord[difference.now!.type]()];
			return m.history_kind({ before, after });
		}
		case 'fields':
			return fieldWords(difference);
	}
}

function areaWords(before: string | null, after: string | null): string {
	if (before === null) return m.history_moved_into({ to: titleOr(after ?? '') });
	if (after === null) return m.history_moved_out({ from: titleOr(before) });
	return m.history_moved({ from: titleOr(before), to: titleOr(after) });
}

/** In a matrix another place may say something else. */
function placeWords({ then, now }: Difference): string {
	const [from, to] = [quarterOf(then!.says), quarterOf(now!.says)];
	return from && to && from !== to ? m.history_moved_quarter({ from, to }) : m.history_moved_place();
}

const quarterOf = (says: ElementDescription) => 'quarter' in says && says.quarter && quarterWords(says.quarter);

function fieldWords({ then, now }: Difference): string {
	const [before, after] = [describe(then!.says), describe(now!.says)];
	return before === after ? m.history_fields() : m.history_said({ before });
}
