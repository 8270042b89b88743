import { describe } from 'vitest';
import { describeStore } from '../contracts/store.ts';
import { openTestStore } from '../support/store.ts';

describe('the store on SQLite', () => {
  describeStore(openTestStore);
});
