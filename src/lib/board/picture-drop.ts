import type { Attachment } from 'svelte/attachments';
import { toBoard, type Point } from './camera.ts';
import type { Canvas } from './canvas.svelte.ts';

/** Takes files that are dropped on the canvas; a browser left alone would go away from the board to show them. */
export const takesPictures =
	(canvas: Canvas): Attachment<HTMLElement> =>
	(view) => {
		const brings = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
		const over = (event: DragEvent) => brings(event) && event.preventDefault();
		const drop = (event: DragEvent) => {
			if (!brings(event)) return;
			event.preventDefault();
			const { left, top } = view.getBoundingClientRect();
			const at: Point = toBoard(canvas.camera, { x: event.clientX - left, y: event.clientY - top });
			const files = [...(event.dataTransfer?.files ?? [])];
			void canvas.desk.need().then((atNeed) => atNeed?.placePictures(canvas.desk, files, { at }));
		};
		view.addEventListener('dragover', over);
		view.addEventListener('drop', drop);
		return () => {
			view.removeEventListener('dragover', over);
			view.removeEventListener('drop', drop);
		};
	};
