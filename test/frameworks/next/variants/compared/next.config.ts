import type { NextConfig } from "next";
import { withConsentry } from "consentry/next/config";
import { options } from "./consent.config";

const nextConfig: NextConfig = {
  allowedDevOrigins: ["*.shop.test"],
  devIndicators: false,
  // Its channel is a socket, which the browser of a test does not have; without it, pages wait for nothing.
  experimental: { reactDebugChannel: false },
};

export default withConsentry(nextConfig, { config: options, languages: ["en", "nl"] });
