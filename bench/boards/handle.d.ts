import type { SeenCamera } from './contestants.js';

/** What each page lets the measurement know and do. */
export interface BoardHandle {
	camera(): SeenCamera;
	/** Whether notes are drawn. */
	stands(): boolean;
	/** How many notes are chosen. */
	chosen(): number;
	/** Whether a note is open for typing. */
	writing(): boolean;
	place(id: string): { x: number; y: number };
	/** The peers' own way to show a part of the board; ours has none from outside. */
	look?(camera: { x: number; y: number; zoom: number }): void;
	/** Other people who move notes, in the pages of the peers. */
	startOthers?(perSecond: number): void;
	stopOthers?(): void;
}

/** What runs in every page beside its own scripts. */
export interface Recorder {
	/** In milliseconds since the navigation began. */
	opening: { stands: number | null; reacts: number | null };
	start(): void;
	stop(): { frames: number[]; keys: number[] };
}

declare global {
	interface Window {
		board: BoardHandle;
		recorder: Recorder;
	}
}
