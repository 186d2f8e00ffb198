import type { ShownType } from './board-element.ts';
import type { ElementDefinition } from './define-element.ts';
import { area } from './elements/area.ts';
import { connector } from './elements/connector.ts';
import { note } from './elements/note.ts';
import { text } from './elements/text.ts';
import { unknownElement } from './elements/unknown.ts';

/** The kinds of things that can lie on a board. One more kind: its file, and its line here. */
export const elements = { note, area, connector, text };

/** A kind that this program can make. */
export type ElementType = keyof typeof elements;

/** What the board knows about a kind; for kinds from a newer program, what a neutral card needs. */
export function definitionOf(type: ShownType): ElementDefinition<ShownType> {
	return type === 'unknown' ? unknownElement : elements[type];
}

/** The kind that a document names, or `unknown`. */
export function shownType(stored: unknown): ShownType {
	return typeof stored === 'string' && Object.hasOwn(elements, stored) ? (stored as ElementType) : 'unknown';
}
