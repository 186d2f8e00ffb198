import { readHtml, type Markup } from '#lib/text/import/markup.ts';

/**
 * As much of a page as ProseMirror looks at when it reads HTML, for tests without a browser. It can read what our cleaning wrote; what
 * a browser makes of it is seen in the journeys.
 */
export class SmallDomParser {
	parseFromString(html: string): { body: SmallNode } {
		return { body: nodeOf({ ...readHtml(html), name: 'body' }, null) };
	}
}

class SmallNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly nodeValue: string | null;
	readonly attributes: ReadonlyMap<string, string>;
	readonly parentNode: SmallNode | null;
	readonly style = {};
	childNodes: SmallNode[] = [];

	constructor(markup: Markup, parent: SmallNode | null) {
		const words = typeof markup === 'string';
		this.nodeType = words ? 3 : 1;
		this.nodeName = words ? '#text' : markup.name.toUpperCase();
		this.nodeValue = words ? markup : null;
		this.attributes = words ? new Map() : markup.attributes;
		this.parentNode = parent;
	}
	get firstChild(): SmallNode | null {
		return this.childNodes[0] ?? null;
	}
	get nextSibling(): SmallNode | null {
		return this.#beside(1);
	}
	get previousSibling(): SmallNode | null {
		return this.#beside(-1);
	}
	get children(): SmallNode[] {
		return this.childNodes.filter(({ nodeType }) => nodeType === 1);
	}
	getAttribute(name: string): string | null {
		return this.attributes.get(name) ?? null;
	}
	hasAttribute(name: string): boolean {
		return this.attributes.has(name);
	}
	/** Knows names of elements, and attributes with or without a value. */
	matches(selector: string): boolean {
		return selector.split(',').some((one) => {
			const [, name = '', rest = ''] = /^\s*([\w-]*)(.*?)\s*$/.exec(one)!;
			const wanted = [...rest.matchAll(/\[([\w-]+)(?:="([^"]*)")?\]/g)];
			return (
				this.nodeType === 1 &&
				(name === '' || name.toUpperCase() === this.nodeName) &&
				wanted.every(
					([, key, value]) => this.hasAttribute(key!) && (value === undefined || value === this.getAttribute(key!))
				)
			);
		});
	}
	closest(selector: string): SmallNode | null {
		return this.matches(selector) ? this : (this.parentNode?.closest(selector) ?? null);
	}
	querySelector(selector: string): SmallNode | null {
		return this.querySelectorAll(selector)[0] ?? null;
	}
	querySelectorAll(selector: string): SmallNode[] {
		return this.children.flatMap((child) => [
			...(child.matches(selector) ? [child] : []),
			...child.querySelectorAll(selector)
		]);
	}
	#beside(step: number): SmallNode | null {
		const siblings = this.parentNode?.childNodes ?? [];
		return siblings[siblings.indexOf(this) + step] ?? null;
	}
}

function nodeOf(markup: Markup, parent: SmallNode | null): SmallNode {
	const node = new SmallNode(markup, parent);
	if (typeof markup !== 'string') node.childNodes = markup.children.map((child) => nodeOf(child, node));
	return node;
}
