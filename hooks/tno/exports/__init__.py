"""Files for machines: sitemap, robots, search index, schemas."""
