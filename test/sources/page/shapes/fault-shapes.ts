/** Pages whose markup is broken, or hides and repeats what it shows. */
import { document, inParagraphs, story, title, type PageShape } from './page-shape.ts';

const [one, two, three, four, five, six, seven] = story;
const article = `<main><article><h1>${title}</h1>${inParagraphs([one, two, three, four])}</article></main>`;

export const faultShapes: readonly PageShape[] = [
  {
    name: 'a head that is never closed',
    html: `<html><head><title>${title}</title><body>${article}</body></html>`,
    text: [one, two, three, four],
  },
  {
    name: 'a block before the head, which makes two bodies of one',
    html: `<html><div id="beacon"></div><head><title>${title}</title></head><body>${article}</body></html>`,
    text: [one, two, three, four],
  },
  {
    name: 'a wrapper that is hidden until a script shows it',
    html: document('', `<div id="app" aria-hidden="true">${article}</div>`),
    text: [one, two, three, four],
  },
  {
    name: 'the same text once more, hidden, for narrow screens',
    html: document(
      '',
      `<div class="wide">${article}</div><div class="narrow" style="display: none">${article}</div>`,
    ),
    text: [one, two, three, four],
  },
  {
    name: 'a sentence torn out of the text and shown twice',
    html: document(
      '',
      `<main><article><h1>${title}</h1>${inParagraphs([one, two, three])}<div class="big"><p>${two}</p></div>${inParagraphs([four, five, six, seven])}</article></main>`,
    ),
    text: [one, two, three, four, five, six, seven],
  },
  {
    name: 'labels that only machines read aloud, and a player’s buttons',
    html: document(
      '',
      `<main><article><h1>${title}</h1>${inParagraphs([one, two])}<figure><span class="visually-hidden">Image</span><img src="/1.jpg"></figure><div class="video-js"><button>Play Video</button><div><span>Current Time 0:00</span><span>Loaded: 0%</span></div></div>${inParagraphs([three, four])}</article></main>`,
    ),
    text: [one, two, three, four],
  },
  {
    name: 'sections that each have a first heading',
    html: document(
      '',
      `<main><article><h1>${title}</h1>${inParagraphs([one, two])}<h1>What was left out</h1>${inParagraphs([three])}<h1>What comes next</h1>${inParagraphs([four])}</article></main>`,
    ),
    text: [one, two, 'What was left out', three, 'What comes next', four],
  },
];
