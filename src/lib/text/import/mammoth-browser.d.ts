/** The build for browsers is the same program as the one for Node, without a way to files. */
declare module 'mammoth/mammoth.browser.min.js' {
	import mammoth from 'mammoth';
	export default mammoth;
}
