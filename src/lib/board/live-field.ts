import { changeBetween } from '#board/text-change.ts';

/** The part of a text field that matters here. */
export interface TextField {
	value: string;
	selectionStart: number | null;
	selectionEnd: number | null;
	setSelectionRange(start: number, end: number): void;
}

/** Shows in a field what somebody else wrote there, without taking the cursor away from the person who types in it. */
export function takeOver(field: TextField, text: string): void {
	if (field.value === text) return;
	const { at, remove, insert } = changeBetween(field.value, text);
	const moved = (place: number | null) => {
		if (place === null || place <= at) return place ?? 0;
		return place >= at + remove ? place + insert.length - remove : at + insert.length;
	};
	const [start, end] = [moved(field.selectionStart), moved(field.selectionEnd)];
	field.value = text;
	field.setSelectionRange(start, end);
}
