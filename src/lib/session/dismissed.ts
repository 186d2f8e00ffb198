/** Whether somebody has closed a hint on this device before; without a storage she sees it again. */
export function wasDismissed(hint: string): boolean {
	try {
		return localStorage.getItem(hint) !== null;
	} catch {
		return false;
	}
}

/** Remembers that somebody has closed a hint on this device. */
export function dismiss(hint: string): void {
	try {
		localStorage.setItem(hint, 'closed');
	} catch {
		// A full or forbidden storage: the hint is closed until the page is loaded anew.
	}
}
