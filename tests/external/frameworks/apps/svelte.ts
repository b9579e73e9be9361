import { mount, unmount } from 'svelte';
import App from './App.svelte';
import { place } from './shown.js';

const app = mount(App, { target: place() });
window.app = { show: app.show, unmount: () => void unmount(app) };
