export const options = {
  controller: { name: "Acme BV" },
  policyUrl: "/privacy",
  services: {
    stats: {
      name: "Stats",
      category: "performance",
      hosts: ["stats.vendor.test"],
      storage: [],
    },
    video: {
      name: "Video",
      category: "marketing",
      hosts: ["video.vendor.test"],
      storage: [],
    },
  },
};
