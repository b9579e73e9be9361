import { createApp, h, ref } from 'vue';
import App from './App.vue';
import { place } from './shown.js';

// Deep, as by default: the elements are handed a proxy of the feed.
const shown = ref(window.first);
const app = createApp(() => h(App, { shown: shown.value }));
app.mount(place());
window.app = {
  show: (next) => void (shown.value = next),
  unmount: () => app.unmount(),
};
