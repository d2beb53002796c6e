import { json } from "@sveltejs/kit";

export const GET = ({ locals }) => json({ film: locals.consent.permits("video") });
