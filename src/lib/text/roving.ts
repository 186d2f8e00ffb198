/** Where the focus goes in a toolbar of `count` buttons: arrows walk in a circle, Home and End jump. Null: not our key. */
export function nextInToolbar(key: string, at: number, count: number): number | null {
	switch (key) {
		case 'ArrowRight':
			return (at + 1) % count;
		case 'ArrowLeft':
			return (at - 1 + count) % count;
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return null;
	}
}
