/**
 * Says that all buttons of the page work from now on. If one that needs scripts was pressed before they were here, `app.html` has kept
 * the press and presses it now.
 */
export function giveBackEarlyPress(): void {
	window.dispatchEvent(new Event('wirkraum:ready'));
}
