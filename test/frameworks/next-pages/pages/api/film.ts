import { readConsent } from "consentry/server";
import type { NextApiRequest, NextApiResponse } from "next";
import { options } from "../../consent.config";

export default function film({ headers }: NextApiRequest, answer: NextApiResponse) {
  answer.json({ film: readConsent(headers.cookie, options).permits("video") });
}
