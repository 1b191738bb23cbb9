"""City in, derived numbers out: rankings, totals, changes, tables. Pure: no HTML, no files, no clock."""
