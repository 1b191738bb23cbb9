"""What changed in meaning between two revisions of the data, and whether it is owned up to.

`revisions` reads the data of a git revision, `compare` and `effects` find what changed, `guard` what lacks a
correction; `as_text`, `as_markdown` and `as_json` present it.
"""
