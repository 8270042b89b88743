/** Every sentence that the bot says, by language. English is the one that all others are held against. */
import { english } from './english.ts';

export type Texts = typeof english;
