import * as m from '#paraglide/messages.js';
import { forgetOutbox, OutboxStore } from './outbox-store.ts';

/**
 * Before somebody signs out: asks her when this device holds work that the server has not confirmed, and removes it. The server
 * asks the browser to clear its storage as well, which browsers do on secure pages only.
 */
export async function leaveDevice(): Promise<boolean> {
	try {
		const store = await OutboxStore.open(indexedDB);
		const count = await store.waiting();
		store.close();
		if (count > 0 && !confirm(m.sync_sign_out_unsent({ count }))) return false;
		await forgetOutbox(indexedDB);
	} catch {
		// A browser that keeps nothing has nothing to forget.
	}
	return true;
}
