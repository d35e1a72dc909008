// Tests read English, whatever the machine speaks.

import { first } from '../../src/messages/en/first.ts';
import { later } from '../../src/messages/en/later.ts';
import { setLocale } from '../../src/view/text.svelte.ts';

setLocale('en', { ...first, ...later });
