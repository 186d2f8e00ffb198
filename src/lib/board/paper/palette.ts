import { colours, type Colour } from '#board/colours.ts';
import { connectorKinds, type ConnectorKind } from '#board/elements/connector.ts';

/** The colours and letters of the page, as a canvas needs them. */
export interface Palette {
	note: Record<Colour, string>;
	edge: Record<Colour, string>;
	arrow: Record<ConnectorKind, string>;
	action: string;
	/** Lines that stand for a text. */
	ink: string;
	text: string;
	surface: string;
	font: string;
}

const arrows: Record<ConnectorKind, string> = {
	affects: '--wr-muted',
	supports: '--wr-success',
	endangers: '--wr-danger'
};

/** Reads the colours of the page's theme. */
export function readPalette(page: HTMLElement): Palette {
	const probe = page.appendChild(document.createElement('span'));
	const read = (name: string) => {
		probe.style.color = `var(${name})`;
		return getComputedStyle(probe).color;
	};
	const each = <K extends string>(keys: readonly K[], name: (key: K) => string) =>
		Object.fromEntries(keys.map((key) => [key, read(name(key))])) as Record<K, string>;
	const palette = {
		note: each(colours, (colour) => `--wr-note-${colour}`),
		edge: each(colours, (colour) => `--wr-edge-${colour}`),
		arrow: each(connectorKinds, (kind) => arrows[kind]),
		action: read('--wr-action'),
		ink: read('--wr-muted'),
		text: read('--wr-text'),
		surface: read('--wr-surface'),
		font: getComputedStyle(probe).fontFamily
	};
	probe.remove();
	return palette;
}
