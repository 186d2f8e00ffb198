/** When a text could be read and written, in milliseconds since the navigation began. */
export interface Paper {
	readable: number | null;
	writable: number | null;
}

declare global {
	interface Window {
		paper: Paper;
	}
}
