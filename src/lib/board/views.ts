import type { Component } from 'svelte';
import type { BoardElement, ShownType } from '#board/board-element.ts';
import type { ElementType } from '#board/elements.ts';
import type { Desk } from './desk.svelte.ts';
import AreaView from './elements/AreaView.svelte';
import CardView from './elements/CardView.svelte';
import ConnectorView from './elements/ConnectorView.svelte';
import LaterView from './elements/LaterView.svelte';
import NoteView from './elements/NoteView.svelte';
import TextView from './elements/TextView.svelte';

/** What the view of an element gets. */
export interface ElementProps {
	element: BoardElement;
	desk: Desk;
	/** How near one is, in coarse steps, for letters that shall stay readable from afar. */
	zoom: number;
}

/** How a kind of element is shown on the canvas. */
type ElementView = Component<ElementProps>;

/** One line for each kind. A kind without a view does not compile. */
const views = {
	note: NoteView,
	card: CardView,
	area: AreaView,
	text: TextView,
	connector: ConnectorView,
	goal: LaterView,
	'strategy-card': LaterView,
	image: LaterView,
	ink: LaterView,
	comment: LaterView
} satisfies Record<ElementType, ElementView>;

/** The view of an element; kinds of a newer program are shown as a neutral card. */
export function viewOf(type: ShownType): ElementView {
	return type === 'unknown' ? NoteView : views[type];
}
