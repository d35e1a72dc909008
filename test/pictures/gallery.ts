// Shows parts and pages with made-up values, for eyes only. `?view=` names what, `&theme=` the theme.
// Not part of the app's build: `node test/pictures/shoot.mjs` serves it and takes pictures.

import '../../src/ui/styles/base.css';
import '../support/in-english.ts';
import { mount } from 'svelte';
import Gallery from './gallery.svelte';

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';
const target = document.querySelector('#app');
if (target !== null) {
  mount(Gallery, { target, props: { view: query.get('view') ?? 'parts', state: query.get('state') ?? '' } });
}
