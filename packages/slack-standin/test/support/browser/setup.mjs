export { open as default } from './shared-browser.mjs';
