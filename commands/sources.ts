import type { Command } from '../src/dispatch/command.ts';
import { addSource } from './sources-add.ts';
import { pauseSource, removeSource, resumeSource, testSource } from './sources-change.ts';
import { listSources } from './sources-list.ts';

export const sources: Command = {
  name: 'sources',
  description: 'Where the news comes from',
  example: '/sources add https://example.com/feed',
  acts: {
    list: listSources,
    add: addSource,
    test: testSource,
    remove: removeSource,
    pause: pauseSource,
    resume: resumeSource,
  },
};
