/** The key of an element whose own key is missing or unusable. */
export const firstOrder = 'a0';

const orderForm = /^[A-Za-z][0-9A-Za-z]{1,999}$/;
/** No key can come before this one, so it makes no neighbour. */
const smallest = `A${'0'.repeat(26)}`;

/** The order key found in a document, or the first one where it is unusable for making neighbours. */
export function orderFrom(value: unknown): string {
	return typeof value === 'string' && orderForm.test(value) && isOrderKey(value) ? value : firstOrder;
}

/** Whether neighbours can be made of it: its letter tells how many signs its whole part has, and a fraction ends in no zero. */
function isOrderKey(key: string): boolean {
	const letter = key.charCodeAt(0);
	const whole = letter >= 97 ? letter - 95 : 92 - letter;
	if (key.length < whole || key === smallest) return false;
	return key.length === whole || !key.endsWith('0');
}

/** The one order of all elements on every machine: by key, and where keys are equal by id. */
export function inOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
