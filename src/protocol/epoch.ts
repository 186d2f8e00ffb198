/**
 * A document that was rewritten to erase something has a new epoch. The server tells it to whoever comes in (`epoch`), and our client
 * states it when it comes back, as `?e=…`.
 */
export const epochParameter = 'e';

/**
 * Whether somebody who states this epoch knows the document as it is. Who states none knows nothing yet, or is a client that does
 * not know of epochs; what it brings along is measured like any other change.
 */
export function isPresentEpoch(stated: string | null, epoch: number): boolean {
	return stated === null || stated === String(epoch);
}
