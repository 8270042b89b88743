/** What a search or a filter's words ask for: a tree over the tokens of the analyzer. */
export type SearchQuery =
  | { readonly kind: 'term'; readonly token: string }
  /** Tokens one after another. */
  | { readonly kind: 'phrase'; readonly tokens: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly SearchQuery[] }
  | { readonly kind: 'any'; readonly of: readonly SearchQuery[] }
  | { readonly kind: 'not'; readonly of: SearchQuery };
