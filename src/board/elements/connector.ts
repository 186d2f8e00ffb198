import * as v from 'valibot';
import type { BoardSnapshot } from '../board-element.ts';
import { defineElement } from '../define-element.ts';
import { isElementId } from '../ids.ts';
import { limits } from '../limits.ts';

/** How one thing acts on the other. */
export const connectorKinds = ['affects', 'supports', 'endangers'] as const;
export type ConnectorKind = (typeof connectorKinds)[number];

/** The ends are null where a document names none; such a connector stays loose. */
export interface ConnectorFields {
	from: string | null;
	to: string | null;
	kind: ConnectorKind;
}

const end = v.optional(v.fallback(v.nullable(v.custom<string>(isElementId)), null), null);
const kind = v.optional(v.fallback(v.picklist(connectorKinds), 'affects'), 'affects');

/** An arrow that says how one element acts on another; its text is its label. */
export const connector = defineElement({
	type: 'connector',
	layer: 'cards',
	defaultSize: [0, 0],
	defaultColour: 'blue',
	fields: v.object({ from: end, to: end, kind }),
	factsOfThisOne: [],
	migrations: [],
	describe: (element, board) => ({
		key: 'connector',
		kind: element.kind ?? 'affects',
		from: textOf(element.from, board),
		to: textOf(element.to, board),
		label: element.text
	}),
	promotesTo: null,
	holdsIdea: false,
	turnsInto: null,
	hasText: true,
	isQuoted: false,
	textLimit: limits.titleText,
	canContain: false,
	keepsContent: false,
	joins: true
});

function textOf(id: string | null | undefined, board: BoardSnapshot): string {
	return (id && board.byId.get(id)?.text) || '';
}
