import { pathToFileURL } from 'node:url';

/** Whether the module of this URL is the one that Node was started with. */
export const isMain = (url: string): boolean => url === pathToFileURL(process.argv[1] ?? '').href;
