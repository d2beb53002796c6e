export const prerender = true;
export const load = ({ locals }) => ({ consent: locals.consent.state });
