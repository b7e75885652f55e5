export { close as default } from './shared-browser.mjs';
