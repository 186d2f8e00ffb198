import * as Y from 'yjs';

/** What a text consists of in its document: elements and runs of words. */
export type Child = Y.XmlElement | Y.XmlText;

/** What lies in an element, without what is no part of a text. */
export function childrenOf(parent: Y.XmlFragment): Child[] {
	return parent
		.toArray()
		.filter((child): child is Child => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

/** The attributes of an element as somebody wrote them, of whatever type. */
export const attributesOf = (element: Y.XmlElement): Record<string, unknown> => element.getAttributes();
