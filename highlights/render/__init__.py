"""Values in, blocks of a page out: headings, and HTML made by the components in overrides/components."""
