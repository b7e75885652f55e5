/** Something that no person could do in Slack: thrown to tests, answered to the page with 400. */
export class Mistake extends Error {}
