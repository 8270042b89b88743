import { describe, expect, it } from 'vitest';
import { escapeMarkdown, linkable, linkTo } from '../../../src/platforms/discord/escape-markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['plain words', 'plain words'],
    ['**bold** and _italic_', String.raw`\*\*bold\*\* and \_italic\_`],
    ['a `code` ~~gone~~ ||spoiler||', 'a \\`code\\` \\~\\~gone\\~\\~ \\|\\|spoiler\\|\\|'],
    [String.raw`back\slash`, String.raw`back\\slash`],
    ['[text](https://a.example)', String.raw`\[text\](https\://a.example)`],
    ['<@123> <@&4> <#5> </help:6> <t:7:R>', String.raw`\<@123\> \<@&4\> \<#5\> \</help:6\> \<t:7:R\>`],
    ['# heading\n-# small\n- item\n1. first', '\\# heading\n\\-# small\n\\- item\n1\\. first'],
    ['up 5 - 6 %, C# and e-mail', 'up 5 - 6 %, C# and e-mail'],
    ['at 10:30:45', 'at 10:30:45'],
    ['a\u001B[31m red\u0000\nline', 'a\\[31m red\nline'],
    [':smile: here', String.raw`\:smile: here`],
    ['@everyone and @here, not @heron', '@\u200beveryone and @\u200bhere, not @heron'],
  ])('turns %j into %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('linkable', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['https://a.example/x_(y)', 'https://a.example/x_%28y%29'],
    ['https://a.example/a b*c', 'https://a.example/a%20b%2Ac'],
    ['javascript:alert(1)', null],
    ['mailto:a@b.example', null],
    ['/relative', null],
    ['https://', null],
  ])('takes %j as %j', (url, address) => {
    expect(linkable(url)).toBe(address);
  });

  it('refuses an address above the limit', () => {
    expect(linkable(`https://a.example/${'x'.repeat(600)}`, 512)).toBeNull();
    expect(linkable(`https://a.example/${'x'.repeat(400)}`, 512)).not.toBeNull();
  });
});

describe('linkTo', () => {
  it('escapes the text of a link', () => {
    expect(linkTo('a](b', 'https://a.example')).toBe(String.raw`[a\](b](https://a.example/)`);
  });

  it('shows the text alone where the address cannot be linked', () => {
    expect(linkTo('a', 'ftp://a.example')).toBe('a');
    expect(linkTo('a', undefined)).toBe('a');
  });
});
