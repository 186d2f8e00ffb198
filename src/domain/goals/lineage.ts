import { ok, refuse, type Result } from '../result.ts';

/** What became of a goal against the version before: neu, fortgeführt, geändert, entfallen. */
export const lineageStatuses = ['new', 'continued', 'changed', 'dropped'] as const;
export type LineageStatus = (typeof lineageStatuses)[number];

/** A goal as one version says it. The item is the same through all versions. */
export interface Saying {
	readonly itemId: string;
	readonly levelKey: string;
	readonly parentItemId: string | null;
	/** The fingerprint of its text. */
	readonly sha256: string;
}

/** The status of one goal; absent means that the version does not have it. Its number may change without a change. */
export function lineageOf(before: Saying | undefined, after: Saying | undefined): LineageStatus | null {
	if (!before) return after ? 'new' : null;
	if (!after) return 'dropped';
	const same =
		before.sha256 === after.sha256 && before.levelKey === after.levelKey && before.parentItemId === after.parentItemId;
	return same ? 'continued' : 'changed';
}

/** Every goal of both versions with its status: first those of the later version in order, then the dropped ones. */
export function compareVersions(
	before: readonly Saying[],
	after: readonly Saying[]
): { itemId: string; status: LineageStatus }[] {
	const find = (version: readonly Saying[], id: string) => version.find(({ itemId }) => itemId === id);
	const ids = [...new Set([...after, ...before].map(({ itemId }) => itemId))];
	return ids.flatMap((itemId) => {
		const status = lineageOf(find(before, itemId), find(after, itemId));
		return status ? [{ itemId, status }] : [];
	});
}

/**
 * Whether the reasons are there: nothing disappears silently, so a dropped goal needs its own; a carried one may share the
 * reason of the whole version (Kreis Unna carried its goals over the election of 2020 and said why once).
 */
export function checkReason(
	status: LineageStatus,
	reason: string | null,
	versionReason: string | null = null
): Result<void> {
	const given = (text: string | null) => text !== null && text.trim() !== '';
	if (status === 'new' || status === 'changed' || given(reason)) return ok();
	return status === 'continued' && given(versionReason) ? ok() : refuse({ code: 'goal.reason-missing', status });
}
