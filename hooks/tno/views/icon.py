"""The portal's few icons: strokes 2 wide in a box of 24, always beside a word and never instead of one."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "arrow": "M5 12h14M13 6l6 6-6 6",
    "bus": "M5 4h14v13H5zM5 11h14M8 17v3M16 17v3M8 14h.01M16 14h.01",
    "calendar": "M4 6h16v14H4zM4 11h16M8 3v4M16 3v4",
    "chat": "M4 5h16v11h-8l-5 4v-4H4zM8 10.5h.01M12 10.5h.01M16 10.5h.01",
    "checked": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.2l3 3 5-6",
    "clock": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
    "close": "M6 6l12 12M18 6 6 18",
    "document": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "down": "M6 9l6 6 6-6",
    "download": "M12 4v11M7 10.5l5 5 5-5M5 20h14",
    "filter": "M4 6h16M7 12h10M10 18h4",
    "group": "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20a6 6 0 0 1 12 0M16 5.5a3 3 0 0 1 0 5.5M18 14.5A6 6 0 0 1 21 20",
    "link": "M14 5h5v5M19 5l-9 9M17 14v5H5V7h5",
    "mail": "M3.5 6h17v12h-17zM4 7l8 6 8-6",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "notice": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v6M12 16.5v.01",
    "phone": "M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3.2 3A15.5 15.5 0 0 1 3 6.2 3 3 0 0 1 6 3z",
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21",
    "video": "M3 7h12v10H3zM15 10.5l6-3v9l-6-3",
    "visit": "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
    "web": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 12h17M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
}
"""Name → SVG path data, in alphabetical order."""

CHANNEL_ICONS: dict[str, str] = {
    "palvelupaikka": "visit",
    "verkkoasiointi": "web",
    "verkkosivu": "link",
    "puhelin": "phone",
    "lomake": "document",
    "sahkoposti": "mail",
    "chat": "chat",
    "videovastaanotto": "video",
    "tekstiviesti": "chat",
    "kirje": "mail",
    "takaisinsoitto": "phone",
    "liikkuva-palvelu": "bus",
    "ryhma": "group",
}
"""Value of the vocabulary `service_channel` → the icon that stands before its word."""
