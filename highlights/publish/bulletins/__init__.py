"""Bulletins as files: which are asked for, what has changed since, how large they are."""
