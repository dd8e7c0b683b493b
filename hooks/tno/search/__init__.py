"""The search of the pages: words as people type them, an index in small parts, one ranking run everywhere."""
