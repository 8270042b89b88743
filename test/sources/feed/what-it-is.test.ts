import { expect, test } from 'vitest';
import { whatItIs } from '../../../src/sources/feed/what-it-is.ts';

test.each([
  ['', null, 'nothing (the answer is empty)'],
  ['  \n ', null, 'nothing (the answer is empty)'],
  ['<!DOCTYPE html><html>', null, 'an HTML page'],
  ['<html lang="en">', null, 'an HTML page'],
  ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', null, 'an HTML page'],
  ['<!-- a note --><body>Hello', null, 'an HTML page'],
  ['{"error": 1}', null, 'JSON of another kind'],
  ['[1]', null, 'JSON of another kind'],
  ['<opml version="2.0">', null, 'an OPML list of feeds'],
  ['<urlset>', null, 'a sitemap'],
  ['<sitemapindex>', null, 'a sitemap'],
  ['<?xml version="1.0"?><!-- <rss> --><note>', null, 'an XML document <note>'],
  ['Hello', null, 'plain text'],
  ['%PDF-1.7', null, 'a PDF document'],
  ['\u0089PNG', 'image/png', 'an image'],
  ['x', 'audio/mpeg', 'a sound file'],
  ['x', 'video/mp4', 'a video'],
  ['\u0000\u0001\u0002', null, 'data that is no text'],
])('%j is %s: %s', (text, contentType, expected) => {
  expect(whatItIs(text, contentType)).toBe(expected);
});
