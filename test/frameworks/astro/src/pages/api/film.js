export const GET = ({ locals }) => Response.json({ film: locals.consent.permits("video") });
