/**
 * What follows from one round's values of a contestant and of the pages beside it: differences are taken within
 * a round, because what slows the machine slows them all.
 *
 * @param own its values
 * @param all values of each contestant of the round
 */
export function derive(own, all) {
  const empty = all.get("empty") ?? {};
  const ungated = all.get("ungated") ?? {};
  return {
    ...own,
    banner: own["first.visible"] - empty["first.fcp"],
    paintLater: own["first.fcp"] - empty["first.fcp"],
    ...Object.fromEntries(
      ["warm", "cold", "warmSlow", "coldSlow"].map((kind) => [
        `${kind}.later`,
        own[`${kind}.gated`] - ungated[`${kind}.gated`],
      ]),
    ),
    bytesHtml: own["load.bytesHtml"] - empty["load.bytesHtml"],
    "added.style": own["load.style"] - empty["load.style"],
    "added.layout": own["load.layout"] - empty["load.layout"],
    "added.longTasks": own["load.longTasks"] - empty["load.longTasks"],
    "added.heap": own["load.heap"] - empty["load.heap"],
  };
}
