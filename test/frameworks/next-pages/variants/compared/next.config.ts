import type { NextConfig } from "next";
import { withConsentry } from "consentry/next/config";
import { options } from "./consent.config";

const nextConfig: NextConfig = {
  allowedDevOrigins: ["*.shop.test"],
  devIndicators: false,
};

export default withConsentry(nextConfig, { config: options, languages: ["en", "nl"] });
