import type { Options } from "consentry";

export const options = {
  controller: { name: "Acme BV" },
  policyUrl: "/privacy",
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      hosts: ["stats.vendor.test"],
      storage: [],
    },
    {
      id: "video",
      name: "Video",
      category: "marketing",
      hosts: ["video.vendor.test"],
      storage: [],
    },
  ],
} satisfies Options;
