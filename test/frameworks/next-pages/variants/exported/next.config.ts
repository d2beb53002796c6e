import type { NextConfig } from "next";
import { withConsentry } from "consentry/next/config";
import { options } from "./consent.config";

const nextConfig: NextConfig = { output: "export" };

export default withConsentry(nextConfig, { config: options, languages: ["en", "nl"] });
