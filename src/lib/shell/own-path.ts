/** A redirect target that stays on this instance: a path of ours, or the start page for anything else. */
export function ownPath(target: string | null | undefined): string {
	const here = 'http://wirkraum.invalid';
	if (!target?.startsWith('/') || /[\\\s]/.test(target)) return '/';
	const url = URL.canParse(target, here) ? new URL(target, here) : null;
	if (url?.origin !== here || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search;
}
