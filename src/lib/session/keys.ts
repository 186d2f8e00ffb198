const writing = 'input, textarea, select, dialog, [contenteditable]';

/** Whether a key belongs to somebody who is typing or answering a question. */
export function isTyping({ target }: KeyboardEvent): boolean {
	return target instanceof Element && target.closest(writing) !== null;
}

/** Whether a key already means something where the focus is, such as the space bar on a button. */
export function isOnControl(event: KeyboardEvent): boolean {
	return isTyping(event) || (event.target instanceof Element && event.target.closest('button, a, summary') !== null);
}
