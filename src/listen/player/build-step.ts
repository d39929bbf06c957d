// The player's script is plain JavaScript for the page: nothing to compile, only to be put beside the code that inlines it.
import { copyFileSync } from 'node:fs';

const source = new URL(import.meta.url.replace(/\/dist\/(?!.*\/dist\/)/, '/src/'));
copyFileSync(new URL('./player.js', source), new URL('./player.js', import.meta.url));
