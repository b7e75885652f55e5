/** Slack's limits that the bot's messages come near (https://docs.slack.dev/reference/block-kit/blocks). */
export const limits = {
  /** Slack takes 50; a few are left for what is added later. */
  blocksInMessage: 40,
  /** Characters over all blocks. Slack refuses at about 13,200 (slackapi/bolt-js#2509). */
  charactersInMessage: 10_000,
  /** Characters of the fallback `text`: chat.update refuses more. */
  fallbackText: 4000,
  contextElements: 10,
  textObject: 3000,
  questionShown: 150,
} as const;
