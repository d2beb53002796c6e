function expireCookie(name, place) {
  const labels = place.hostname.split(".");
  const domains = ["", ...labels.map((_, index) => labels.slice(index).join("."))];
  const folders = place.pathname.split("/").filter(Boolean);
  const paths = ["/"];
  folders.forEach((_, index) => {
    const path = `/${folders.slice(0, index + 1).join("/")}`;
    paths.push(path, `${path}/`);
  });
  for (const domain of domains) {
    for (const path of paths) {
      const line = `${name}=; Max-Age=0; Path=${path}${domain && `; Domain=${domain}`}`;
      try {
        place.document.cookie = place.secure ? `${line}; Secure` : line;
        if (place.secure) place.document.cookie = `${line}; Secure; Partitioned`;
      } catch {
        return;
      }
    }
  }
}

export { expireCookie };
