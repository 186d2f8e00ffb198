import type { Component } from 'svelte';
import type { ShownType } from '#board/board-element.ts';
import CommentView from './elements/CommentView.svelte';
import ImageView from './elements/ImageView.svelte';
import InkView from './elements/InkView.svelte';
import LinkedView from './elements/LinkedView.svelte';
import type { ElementProps } from './views.ts';

/*
 * What a board does without when it opens: its dialogs, and pictures, drawings, comments, goals and strategy cards, of which most
 * have none. It comes in one piece, because every further one would cut what all boards wait for into smaller ones.
 */
export { default as BoardDialogs } from './dialogs/BoardDialogs.svelte';
export { drawOn } from './pen/drawing.ts';
export { default as InkLayer } from './pen/InkLayer.svelte';
export { default as PenBar } from './pen/PenBar.svelte';
export { bringPictures, choosePicture, placePictures } from './place-picture.ts';
export { comment, takePen } from './rarer-wishes.ts';

/** How these kinds look on the canvas. */
export const views: Partial<Record<ShownType, Component<ElementProps>>> = {
	image: ImageView,
	ink: InkView,
	comment: CommentView,
	goal: LinkedView,
	'strategy-card': LinkedView
};
