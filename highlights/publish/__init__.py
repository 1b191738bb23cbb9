"""Values in, files out: the pages of the site, its open data, and findings as text."""
