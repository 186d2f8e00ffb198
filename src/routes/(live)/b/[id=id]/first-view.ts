export type View = 'canvas' | 'list';

/** The view that an address asks for, if it does. */
export function viewIn(url: URL): View | null {
	const wanted = url.searchParams.get('view');
	return wanted === 'canvas' || wanted === 'list' ? wanted : null;
}

/**
 * The view to make the page for. On a phone and of an earlier state that is the list; elsewhere it is the canvas, which needs the documents
 * themselves, so that nothing has to be read, sent and drawn as a list before.
 */
export function firstView({ url, headers }: Request): View {
	const address = new URL(url);
	const phone = headers.get('sec-ch-ua-mobile') ?? headers.get('user-agent') ?? '';
	const reads = address.searchParams.has('at') || /\?1|Mobi/.test(phone);
	return viewIn(address) ?? (reads ? 'list' : 'canvas');
}
