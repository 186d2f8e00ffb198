import * as v from 'valibot';
import type { OwnFields, ShownType } from './board-element.ts';
import type { StoredFields } from './define-element.ts';
import { definitionOf } from './elements.ts';

/*
 * The fields that only one kind has, on their way between a document, a snapshot and a copy. They have one name everywhere, so that the
 * schema of a kind reads them from wherever they come, and nothing beside its file knows them.
 */

/** What something says of itself as its kind understands it, whoever wrote it: a document, an element or a stranger's clipboard. */
export function ownFieldsOf(type: ShownType, told: unknown): OwnFields {
	return v.parse(definitionOf(type).fields, typeof told === 'object' && told !== null ? told : {});
}

/** What a copy says of itself as the first did. */
export function copiedFieldsOf(type: ShownType, told: unknown): OwnFields {
	const { factsOfThisOne } = definitionOf(type);
	const kept = Object.entries(ownFieldsOf(type, told)).filter(
		([name]) => !factsOfThisOne.some((each) => each === name)
	);
	return Object.fromEntries(kept);
}

/** The same as it is written to a document, where each key costs bytes for ever: what goes without saying is left out. */
export function storedFieldsOf(type: ShownType, own: OwnFields = {}): StoredFields {
	const unsaid: StoredFields = { ...ownFieldsOf(type, {}) };
	const said = Object.entries(ownFieldsOf(type, own)).filter(([name, value]) => value !== unsaid[name]);
	return Object.fromEntries(said);
}
