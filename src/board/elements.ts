import type { ShownType } from './board-element.ts';
import type { ElementDefinition } from './define-element.ts';
import { area } from './elements/area.ts';
import { card } from './elements/card.ts';
import { comment } from './elements/comment.ts';
import { connector } from './elements/connector.ts';
import { image } from './elements/image.ts';
import { ink } from './elements/ink.ts';
import { goal, strategyCard } from './elements/linked.ts';
import { note } from './elements/note.ts';
import { text } from './elements/text.ts';
import { unknownElement } from './elements/unknown.ts';

/** The kinds of things that can lie on a board. One more kind: its file, and its line here. */
export const elements = { note, card, area, connector, text, goal, 'strategy-card': strategyCard, image, ink, comment };

/** A kind that this program can make. */
export type ElementType = keyof typeof elements;

/** What the board knows about a kind; for kinds from a newer program, what a neutral card needs. */
export function definitionOf(type: ShownType): ElementDefinition<ShownType> {
	return type === 'unknown' ? unknownElement : elements[type];
}

/** Whether things of a kind are ideas of people. */
export function holdsIdea({ type }: { type: ShownType }): boolean {
	return definitionOf(type).holdsIdea;
}

/** Whether people may write in things of a kind. */
export function isWritable({ type }: { type: ShownType }): boolean {
	const { hasText, isQuoted } = definitionOf(type);
	return hasText && !isQuoted;
}

/** Whether arrows may begin and end at things of a kind. What is said about a thing is none of them: the arrow belongs to the thing. */
export function isConnectable({ type }: { type: ShownType }): boolean {
	const { joins, unique } = definitionOf(type);
	return !joins && !unique;
}

/** Whether things of a kind are what somebody has said or shown there, and no frame or arrow around that of others. */
export function isWriting({ type }: { type: ShownType }): boolean {
	const { keepsContent, joins } = definitionOf(type);
	return !keepsContent && !joins;
}

/** The kind that a document names, or `unknown`. */
export function shownType(stored: unknown): ShownType {
	return typeof stored === 'string' && Object.hasOwn(elements, stored) ? (stored as ElementType) : 'unknown';
}
