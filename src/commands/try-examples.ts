/** What the page proposes to somebody who tries the bot: each shows something else that it does. */
export function tryExamples(
  command: string,
): readonly { readonly text: string; readonly what: string }[] {
  return [
    {
      text: '@sino-russia why does China object to THAAD?',
      what: 'Passages that answer it, originals word for word and briefs as briefs, each with its citation',
    },
    {
      text: `${command} what was the "dual freeze"?`,
      what: 'Ask with the command, and only you see the answer',
    },
    {
      text: `${command} verify "We have counted the same crates twice" — Lena Ostrova`,
      what: 'Check a quotation: are these the words, and whose are they?',
    },
    {
      text: '@sino-russia почему Китай против THAAD?',
      what: 'Ask in Russian or Chinese; as Vera or Lin you are answered in it, too',
    },
    { text: `${command} timeline gas pipeline`, what: 'What was said about it, by date' },
    { text: `${command} who won the world cup?`, what: 'What it says when it does not know' },
    {
      text: '@sino-russia add https://gazette.example/pilots.html',
      what: 'Add a page to the library: look its card over, correct it, accept it, ask about it',
    },
    {
      text: '@sino-russia add https://gazette.example/ice-on-the-strait.pdf https://gazette.example/minutes.docx',
      what: 'A PDF and a Word file; or attach one of yours and mention me',
    },
    {
      text: `${command} add https://gazette.example/subscribers.html`,
      what: 'What it does not add, and why',
    },
    { text: `${command} sources`, what: 'The articles that it knows, each to be opened' },
    {
      text: '@sino-russia feed add https://gazette.example/feed.xml',
      what: 'A feed: its articles come into the library, and another one after a minute',
    },
    {
      text: '@sino-russia digest when something new comes about grain',
      what: 'A watch: it tells what is new as soon as it comes, such as that article, at most once an hour',
    },
    { text: `${command} digest`, what: 'What is new, every morning: a form to fill in' },
    {
      text: `${command} digest preview from the archive`,
      what: 'What a digest looks like, of articles that are there already',
    },
    { text: `${command} help`, what: 'Everything that it can do' },
  ];
}
