import { readConsent } from "consentry/next";
import { headers } from "next/headers";
import { options } from "../../../consent.config";

export const GET = async () =>
  Response.json({ film: readConsent(await headers(), options).permits("video") });
