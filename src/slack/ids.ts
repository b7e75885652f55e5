/** Names that Slack sends back to us. */
export const ids = {
  /** Type of the metadata on an answer: it says which question the message answers. */
  answerMetadata: 'sino_russia_answer',
} as const;
