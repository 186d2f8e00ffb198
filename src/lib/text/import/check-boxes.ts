import type { Element, Markup } from './markup.ts';

/** Whether a field to tick is ticked; null for everything else. */
export function isChecked({ name, attributes }: Element): boolean | null {
	return name === 'input' && attributes.get('type')?.toLowerCase() === 'checkbox' ? attributes.has('checked') : null;
}

/** Whether an item is a task, and done: it says so itself, or begins with a box. */
export function checkOf(item: Element): boolean | null {
	const said = item.attributes.get('data-checked') ?? item.attributes.get('aria-checked');
	if (said !== undefined) return said === 'true';
	const box = firstOf(item.children);
	return box === null ? null : typeof box === 'string' ? /^\s*[☑☒]/.test(box) : isChecked(box);
}

function firstOf(nodes: readonly Markup[]): Markup | null {
	const first = nodes.find((node) => typeof node !== 'string' || node.trim() !== '');
	if (first === undefined) return null;
	if (typeof first === 'string') return /^\s*[☐☑☒]/.test(first) ? first : null;
	return first.name === 'input' ? first : firstOf(first.children);
}

/** What stands behind the box. */
export function withoutCheck(nodes: readonly Markup[]): Markup[] {
	const at = nodes.findIndex((node) => typeof node !== 'string' || node.trim() !== '');
	return nodes.flatMap((node, index): Markup[] => {
		if (index !== at) return [node];
		if (typeof node === 'string') return [node.replace(/^\s*[☐☑☒]\s*/, '')];
		return node.name === 'input' ? [] : [{ ...node, children: withoutCheck(node.children) }];
	});
}
