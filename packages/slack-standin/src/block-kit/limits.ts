/**
 * What Slack allows in blocks and messages, as data. Numbers come from the reference pages under
 * https://docs.slack.dev/reference/block-kit unless a line names another source. Lengths are counted
 * in UTF-16 units: Slack does not say how it counts, and this is the stricter reading.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  blocksPerView: 100,
  blockId: 255,
  actionId: 255,
  callbackId: 255,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3000,
  url: 3000,
  sectionFields: 10,
  sectionField: 2000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  imageAlt: 2000,
  imageTitle: 2000,
  inputLabel: 2000,
  inputHint: 2000,
  /** Summed over the message: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
  markdown: 12_000,
  tableRows: 100,
  tableColumns: 20,
  tablesPerMessage: 1,
  /** These from https://github.com/nicklambourne/slackblocks, spec/limits.json. */
  alert: 200,
  cardTitle: 150,
  cardBody: 200,
  cardActions: 3,
  carouselCards: 10,
  containerTitle: 150,
  containerBlocks: 10,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  feedbackText: 75,
  feedbackValue: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  optionsPerSelect: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  overflowOptions: 5,
  choiceOptions: 10,
  placeholder: 150,
  plainTextInput: 3000,
  inputFiles: 10,
  listIndent: 8,
  /** https://docs.slack.dev/reference/views */
  modalTitle: 24,
  privateMetadata: 3000,
  viewBytes: 250_000,
  viewStack: 3,
  /** Truncated there by Slack, refused here: https://docs.slack.dev/reference/methods/chat.postMessage */
  messageText: 40_000,
  /** https://docs.slack.dev/reference/methods/chat.update */
  updatedText: 4000,
  /** Undocumented, seen in https://github.com/slackapi/bolt-js/issues/2509 as "12,000 with a buffer". */
  blocksText: 13_200,
} as const;
