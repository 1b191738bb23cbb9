"""How fast the site is made, and how that grows: synthetic cities, a comparison with plain MkDocs, the results."""
