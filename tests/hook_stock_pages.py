"""A second hook for a test build: some pages again, rendered by the theme's own template without a shell.

`STOCK_PAGES` names the folder they go to, `STOCK_SEED` and `STOCK_COUNT` say which: so many of each template.
"""

import os
import random
import sys
from collections import defaultdict
from pathlib import Path


def on_post_build(config):
    """Runs after the portal's own hook, whose build is still at hand."""
    [portal] = [module for name, module in list(sys.modules.items()) if name.endswith("hooks/portal.py")]
    build = portal._now["build"]
    by_template = defaultdict(list)
    for page in (*build.section_pages, *build.record_pages):
        by_template[page.template].append(page)
    chance = random.Random(int(os.environ["STOCK_SEED"]))
    for pages in by_template.values():
        for page in chance.sample(pages, min(len(pages), int(os.environ["STOCK_COUNT"]))):
            file = Path(os.environ["STOCK_PAGES"]) / page.address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(portal.stock_page(page), encoding="utf-8", newline="")
