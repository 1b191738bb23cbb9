"""The commands of `highlights`, a module each: `add_arguments` says how it is called, `run` does it.

`cli.py` loads the one that is asked for: a check needs no printing press.
"""
