/*
 * What one works with on a board. The board is seen before that is here: it comes in one piece, as soon as the browser has a moment or a
 * hand stirs, because every further piece would cut what all boards wait for into smaller ones.
 */
export { default as AxisLayer } from './AxisLayer.svelte';
export { CanvasHands } from './canvas-hands.ts';
export { default as LastWord } from './LastWord.svelte';
export { default as OverBoard } from './OverBoard.svelte';
export { default as OverCanvas } from './OverCanvas.svelte';
export { default as Overlay } from './Overlay.svelte';
export { default as PeopleHere } from './PeopleHere.svelte';
export { recallPreferences } from './preferences.ts';
export { default as TypeHere } from './TypeHere.svelte';
export { default as VoteLayer } from './VoteLayer.svelte';
export { Work } from './work.svelte.ts';
