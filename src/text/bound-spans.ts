import * as Y from 'yjs';
import { attributesOf } from './children.ts';
import { bodyRoot, readSpans } from './schema.ts';

/**
 * An editor reckons with the spans of cells as they stand in the document; one over a thousand million columns would stop the
 * browser of everybody who writes along. From here on what nobody could show is taken out, until the returned function is
 * called. Call it before an editor is opened on the document, so that the editor never sees such a span.
 */
export function boundSpans(doc: Y.Doc): () => void {
	const body = doc.getXmlFragment(bodyRoot);
	const heed = (events: Y.YEvent<Y.XmlElement | Y.XmlText>[]) =>
		doc.transact(() => {
			for (const { target, changes } of events as Y.YXmlEvent[]) {
				if (target instanceof Y.XmlElement) boundIn(target);
				for (const { content } of changes.added) if (content instanceof Y.ContentType) boundBelow(content.type);
			}
		});
	doc.transact(() => boundBelow(body));
	body.observeDeep(heed as Parameters<typeof body.observeDeep>[0]);
	return () => body.unobserveDeep(heed as Parameters<typeof body.observeDeep>[0]);
}

function boundBelow(node: unknown): void {
	if (!(node instanceof Y.XmlFragment)) return;
	if (node instanceof Y.XmlElement) boundIn(node);
	for (const inner of node.createTreeWalker((each) => each instanceof Y.XmlElement)) boundIn(inner as Y.XmlElement);
}

function boundIn(element: Y.XmlElement): void {
	const attrs = attributesOf(element);
	for (const [name, bounded] of Object.entries(readSpans(attrs)))
		if (attrs[name] !== undefined && attrs[name] !== bounded) element.removeAttribute(name);
}
