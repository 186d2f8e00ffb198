import * as m from '#paraglide/messages.js';
import type { Where } from './actions.ts';
import { withContent } from './arrange.ts';
import { copied, cut, paste } from './clipboard.ts';
import type { Desk } from './desk.svelte.ts';

/*
 * The clipboard by a button instead of a key. Browsers give it out only on secure pages and may ask the person first.
 */

/** Answers whether it lies in the clipboard now. */
export async function copyByButton(desk: Desk, ids: Iterable<string>): Promise<boolean> {
	const carried = copied(desk, ids);
	if (!carried) return false;
	const blob = (words: string, type: string) => new Blob([words], { type });
	const { plain, html } = carried;
	return withClipboard(desk, (clipboard) =>
		clipboard.write([
			new ClipboardItem({ 'text/plain': blob(plain, 'text/plain'), 'text/html': blob(html, 'text/html') })
		])
	);
}

/** Nothing goes into the bin before it lies in the clipboard. */
export async function cutByButton(desk: Desk, ids: readonly string[]): Promise<void> {
	const own = desk.changeable(withContent(desk.snapshot, ids));
	if (own.length > 0 && (await copyByButton(desk, own))) cut(desk, own);
}

export async function pasteByButton(desk: Desk, where: Where): Promise<void> {
	await withClipboard(desk, async (clipboard) => {
		const [item] = await clipboard.read();
		const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
		const kind = item?.types.find((type) => type.startsWith('image/'));
		const pictures = item && kind ? [await item.getType(kind)] : [];
		paste(desk, { plain: await read('text/plain'), html: await read('text/html'), pictures }, where);
	});
}

async function withClipboard(desk: Desk, use: (clipboard: Clipboard) => Promise<void>): Promise<boolean> {
	try {
		await use(navigator.clipboard);
		return true;
	} catch {
		desk.announcer.say(m.board_said_clipboard_closed());
		return false;
	}
}
