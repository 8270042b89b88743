import type { Act, Command } from '../src/dispatch/command.ts';
import { addSource } from './sources-add.ts';
import { pauseSource, removeSource, resumeSource, testSource } from './sources-change.ts';
import { exportSources, importSources } from './sources-lists.ts';
import { listSources } from './sources-list.ts';

export const sources: Command = {
  name: 'sources',
  description: 'Where the news comes from',
  example: '/sources add https://example.com',
  acts: {
    list: listSources,
    add: addSource,
    test: testSource,
    remove: removeSource,
    pause: pauseSource,
    resume: resumeSource,
    import: importSources,
    export: exportSources,
  },
};

/** The same, where the owners of the bot keep adding to themselves. */
export const sourcesAddedByOwners: Command = {
  ...sources,
  acts: { ...sources.acts, add: forOwners(addSource), import: forOwners(importSources) },
};

function forOwners(act: Act): Act {
  return { ...act, access: 'owners', keptBySetting: 'SOURCES_ADDED_BY' };
}
