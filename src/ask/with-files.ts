// What a conversation needs of files, in one piece that comes after the form.

import AskAttached from './ask-attached.svelte';
import AskFiles from './ask-files.svelte';
import { KeptFiles } from './kept-files.ts';
import { TalkFiles, type TalkFilesOptions } from './talk-files.svelte.ts';

export interface WithFiles {
  readonly files: TalkFiles;
  readonly AskFiles: typeof AskFiles;
  readonly AskAttached: typeof AskAttached;
}

export const withFiles = (key: string, options: Omit<TalkFilesOptions, 'kept'>): WithFiles => ({
  files: new TalkFiles({ ...options, kept: new KeptFiles(key) }),
  AskFiles,
  AskAttached,
});
