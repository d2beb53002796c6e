export const load = ({ locals }) => ({ consent: locals.consent.state });
