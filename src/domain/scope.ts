/**
 * Who sees what comes from a source: everybody (`global`), or one server or chat, as
 * `discord:<guild id>`, `telegram:<chat id>` or `console:<name>`. A channel's scope is its server or chat.
 */
export type Scope = 'global' | `${'discord' | 'telegram' | 'console'}:${string}`;
