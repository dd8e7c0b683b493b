"""sitemap.xml and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape


def sitemap(site_url: str, entries: Iterable[tuple[str, str]]) -> str:
    """Sitemap of (address, ISO date of last change). Source: sitemaps.org protocol 0.9."""
    rows = "".join(
        f"<url><loc>{escape(site_url + address)}</loc><lastmod>{day}</lastmod></url>\n" for address, day in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def robots(site_url: str, example_regions: Iterable[str], everything_hidden: bool) -> str:
    """robots.txt: invented content and the members' edition are kept out of search engines. Source: RFC 9309."""
    if everything_hidden:
        return "User-agent: *\nDisallow: /\n"
    path = "/" + site_url.split("//", 1)[-1].partition("/")[2]
    lines = [f"Disallow: {path}{region}/" for region in example_regions] or ["Disallow:"]
    told = [f"Sitemap: {site_url}sitemap.xml"] if site_url else []
    return "\n".join(["User-agent: *", *lines, *told, ""])
