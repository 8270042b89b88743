/** What the commands that show one story share. */
import { categoryOf } from '../src/domain/category.ts';
import type { Block, Button } from '../src/domain/message.ts';
import type { Story } from '../src/domain/story.ts';
import { storyButtons } from '../src/messages/story-message.ts';
import type { Texts } from '../src/texts/texts.ts';

/** The line below a story's title: its number, kind, publisher and time. */
export function articleLine(
  { number, category, published }: Story,
  { publisher, url }: { readonly publisher: string; readonly url: string },
): Block {
  const { emoji, name } = categoryOf(category);
  return {
    kind: 'paragraph',
    spans: [
      { text: `#${number}`, bold: true },
      ` · ${emoji} ${name} · `,
      { text: publisher, url },
      ...(published === null ? [] : [' · ', { moment: published, style: 'full' } as const]),
    ],
  };
}

/** What else can be done with the story, and the way to the article. */
export function storyLinks(
  { story, url, but }: { readonly story: Story; readonly url: string; readonly but: string },
  texts: Texts,
): readonly Button[] {
  const others = storyButtons(story.number, texts).filter(
    (button) => !('action' in button) || !button.action.startsWith(`${but} `),
  );
  return [...others, { label: texts.stories.articleButton, url }];
}
