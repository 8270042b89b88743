/** What the newsroom answers with. */
export interface ServedDocument {
  readonly contentType: string;
  readonly body: string;
}

export function htmlDocument(parts: {
  readonly title: string;
  readonly head?: string;
  readonly body: string;
}): ServedDocument {
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${parts.title}</title>
${parts.head ?? ''}</head>
<body>
${parts.body}
</body>
</html>
`,
  };
}
