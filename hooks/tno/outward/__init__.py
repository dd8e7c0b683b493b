"""Links that leave the site: which there are, whether they lead anywhere, and what is told of those that do not."""
