/*
 * All that drawing needs. It comes when somebody takes the pen for the first time.
 */
export { drawOn } from './drawing.ts';
export { default as InkLayer } from './InkLayer.svelte';
export { default as PenBar } from './PenBar.svelte';
